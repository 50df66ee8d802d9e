// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "base/letters.h"
#include "lexicon/inflect.h"
#include "lexicon/spell.h"

namespace rasid {
namespace {

LemmaSource verb(const char* lemma, const char* root, const char* form, const char* present = "") {
  LemmaSource source;
  source.lemma = lemma, source.pos = Pos::verb, source.root = root, source.form = form;
  source.present = present;
  return source;
}

struct Wanted {
  Tense tense;
  uint8_t person;
  Gender gender;
  Number number;
  uint8_t flags;  // of kPassive and kShortMood
};
constexpr Gender kM = Gender::masculine, kF = Gender::feminine, kG = Gender::unknown;

// The forms written in this place, "/" between spellings; "-" where there is none. Alone, or
// (before) an enclitic.
std::string form(const std::vector<WrittenForm>& forms, const Wanted& wanted, bool before = false) {
  std::string out;
  for (const WrittenForm& one : forms) {
    const Form& f = one.form;
    const bool fits = f.tense == wanted.tense && f.person == wanted.person &&
                      f.gender == wanted.gender && f.number == wanted.number &&
                      (f.flags & (kPassive | kShortMood)) == wanted.flags &&
                      (f.flags & (before ? kTakesEnclitic : kStandsAlone)) != 0;
    if (fits) out += (out.empty() ? "" : "/") + one.normal;
  }
  return out.empty() ? "-" : out;
}

constexpr Wanted kHe{Tense::perfect, 3, kM, Number::singular, 0};
constexpr Wanted kShe{Tense::perfect, 3, kF, Number::singular, 0};
constexpr Wanted kI{Tense::perfect, 1, kG, Number::singular, 0};
constexpr Wanted kThey{Tense::perfect, 3, kM, Number::plural, 0};
constexpr Wanted kHeDoes{Tense::imperfect, 3, kM, Number::singular, 0};
constexpr Wanted kTheyDo{Tense::imperfect, 3, kM, Number::plural, 0};
constexpr Wanted kHeNot{Tense::imperfect, 3, kM, Number::singular, kShortMood};
constexpr Wanted kDo{Tense::imperative, 2, kM, Number::singular, 0};
constexpr Wanted kHeWas{Tense::perfect, 3, kM, Number::singular, kPassive};
constexpr Wanted kHeIs{Tense::imperfect, 3, kM, Number::singular, kPassive};

std::string table(const LemmaSource& source) {
  const std::vector<WrittenForm> forms = inflect(source);
  std::string out;
  for (const Wanted& wanted :
       {kHe, kShe, kI, kThey, kHeDoes, kTheyDo, kHeNot, kDo, kHeWas, kHeIs}) {
    out += (out.empty() ? "" : " ") + form(forms, wanted);
  }
  return out;
}

// Columns: he did, she, I, they | he does, they | he (short mood, where written apart) | imperative
// | passive past, present (where written apart; in the past a last yeh has its dots, an alef
// maqsura has none).
TEST(Conjugate, form_1_over_root_classes) {
  const struct {
    LemmaSource verb;
    const char* forms;
  } rows[] = {
      {verb("كتب", "k.t.b", "1", "يكتُب"), "ktb ktbt ktbt ktbwA yktb yktbwn - Aktb - -"},
      {verb("مدّ", "m.d.d", "1", "يمُدّ"), "md mdt mddt mdwA ymd ymdwn ymdd md - -"},
      {verb("وصل", "w.S.l", "1", "يصِل"), "wSl wSlt wSlt wSlwA ySl ySlwn - Sl - ywSl"},
      {verb("زار", "z.w.r", "1", "يزور"), "zAr zArt zrt zArwA yzwr yzwrwn yzr zr zyr yzAr"},
      {verb("باع", "b.y.E", "1", "يبيع"), "bAE bAEt bEt bAEwA ybyE ybyEwn ybE bE byE ybAE"},
      {verb("خاف", "x.w.f", "1", "يخاف"), "xAf xAft xft xAfwA yxAf yxAfwn yxf xf xyf -"},
      {verb("دعا", "d.E.w", "1", "يدعو"), "dEA dEt dEwt dEwA ydEw ydEwn ydE AdE dEy ydEy"},
      {verb("رمى", "r.m.y", "1", "يرمي"), "rmy rmt rmyt rmwA yrmy yrmwn yrm Arm rmy -"},
      {verb("لقي", "l.q.y", "1", "يلقى"), "lqy lqyt lqyt lqwA ylqy ylqwn ylq Alq - -"},
      {verb("أخذ", "C.x.V", "1", "يأخُذ"), "AxV AxVt AxVt AxVwA yAxV yAxVwn - xV - yCxV"},
      {verb("سأل", "s.C.l", "1", "يسأل"), "sAl sAlt sAlt sAlwA ysAl ysAlwn - AsAl sCl -"},
      {verb("قرأ", "q.r.C", "1", "يقرأ"),
       "qrA qrAt qrAt qrCwA/qrAwA yqrA yqrCwn/yqrAwn - AqrA qrC -"},
      {verb("جاء", "j.y.C", "1", "يجيء"), "jAC jACt jCt jACwA yjyC yjyCwn yjC jC jyC yjAC"},
      {verb("رأى", "r.C.y", "1", "يرى"), "rAy rAt rAyt rAwA yry yrwn yr - rCy -"},
      {verb("وقى", "w.q.y", "1", "يقي"), "wqy wqt wqyt wqwA yqy yqwn yq - wqy ywqy"},
      {verb("روى", "r.w.y", "1", "يروي"), "rwy rwt rwyt rwwA yrwy yrwwn yrw Arw rwy -"},
      {verb("ليس", "l.y.s", "1"), "lys lyst lst lyswA - - - - - -"},
  };
  for (const auto& row : rows) EXPECT_EQ(table(row.verb), row.forms) << row.verb.lemma;
}

TEST(Conjugate, derived_forms_over_root_classes) {
  const struct {
    LemmaSource verb;
    const char* forms;
  } rows[] = {
      {verb("قدّم", "q.d.m", "2"), "qdm qdmt qdmt qdmwA yqdm yqdmwn - qdm - -"},
      {verb("سمّى", "s.m.w", "2"), "smy smt smyt smwA ysmy ysmwn ysm sm smy -"},
      {verb("قابل", "q.b.l", "3"), "qAbl qAblt qAblt qAblwA yqAbl yqAblwn - qAbl qwbl -"},
      {verb("نادى", "n.d.w", "3"), "nAdy nAdt nAdyt nAdwA ynAdy ynAdwn ynAd nAd nwdy -"},
      {verb("أعلن", "E.l.n", "4"), "AEln AElnt AElnt AElnwA yEln yElnwn - AEln - -"},
      {verb("أقام", "q.w.m", "4"), "AqAm AqAmt Aqmt AqAmwA yqym yqymwn yqm Aqm Aqym yqAm"},
      {verb("أجرى", "j.r.y", "4"), "Ajry Ajrt Ajryt AjrwA yjry yjrwn yjr Ajr Ajry -"},
      {verb("أعدّ", "E.d.d", "4"), "AEd AEdt AEddt AEdwA yEd yEdwn yEdd AEd - -"},
      {verb("أوقف", "w.q.f", "4"), "Awqf Awqft Awqft AwqfwA ywqf ywqfwn - Awqf - -"},
      {verb("آمن", "C.m.n", "4"), "Amn Amnt Amnt AmnwA yCmn yCmnwn - Amn Awmn -"},
      {verb("توقّع", "w.q.E", "5"), "twqE twqEt twqEt twqEwA ytwqE ytwqEwn - twqE - -"},
      {verb("تحدّى", "H.d.y", "5"), "tHdy tHdt tHdyt tHdwA ytHdy ytHdwn ytHd tHd tHdy -"},
      {verb("تعاون", "E.w.n", "6"), "tEAwn tEAwnt tEAwnt tEAwnwA ytEAwn ytEAwnwn - tEAwn tEwwn -"},
      {verb("انسحب", "s.H.b", "7"), "AnsHb AnsHbt AnsHbt AnsHbwA ynsHb ynsHbwn - AnsHb - -"},
      {verb("انضمّ", "D.m.m", "7"), "AnDm AnDmt AnDmmt AnDmwA ynDm ynDmwn ynDmm AnDm - -"},
      {verb("انهار", "h.w.r", "7"), "AnhAr AnhArt Anhrt AnhArwA ynhAr ynhArwn ynhr Anhr - -"},
      {verb("اجتمع", "j.m.E", "8"), "AjtmE AjtmEt AjtmEt AjtmEwA yjtmE yjtmEwn - AjtmE - -"},
      {verb("اتّفق", "w.f.q", "8"), "Atfq Atfqt Atfqt AtfqwA ytfq ytfqwn - Atfq - -"},
      {verb("اتّخذ", "C.x.V", "8"), "AtxV AtxVt AtxVt AtxVwA ytxV ytxVwn - AtxV - -"},
      {verb("اضطرّ", "D.r.r", "8"), "ADTr ADTrt ADTrrt ADTrwA yDTr yDTrwn yDTrr ADTr - -"},
      {verb("ازداد", "z.y.d", "8"), "AzdAd AzdAdt Azddt AzdAdwA yzdAd yzdAdwn yzdd Azdd Azdyd -"},
      {verb("ادّعى", "d.E.w", "8"), "AdEy AdEt AdEyt AdEwA ydEy ydEwn ydE AdE AdEy -"},
      {verb("التقى", "l.q.y", "8"), "Altqy Altqt Altqyt AltqwA yltqy yltqwn yltq Altq Altqy -"},
      {verb("احمرّ", "H.m.r", "9"), "AHmr AHmrt AHmrrt AHmrwA yHmr yHmrwn yHmrr AHmrr - -"},
      {verb("استقبل", "q.b.l", "10"),
       "Astqbl Astqblt Astqblt AstqblwA ystqbl ystqblwn - Astqbl - -"},
      {verb("استقال", "q.w.l", "10"),
       "AstqAl AstqAlt Astqlt AstqAlwA ystqyl ystqylwn ystql Astql Astqyl ystqAl"},
      {verb("استعدّ", "E.d.d", "10"), "AstEd AstEdt AstEddt AstEdwA ystEd ystEdwn ystEdd AstEd - -"},
      {verb("استحوذ", "H.w.V", "10"),
       "AstHwV AstHwVt AstHwVt AstHwVwA ystHwV ystHwVwn - AstHwV - -"},
      {verb("زلزل", "z.l.z.l", "q1"), "zlzl zlzlt zlzlt zlzlwA yzlzl yzlzlwn - zlzl - -"},
      {verb("تدهور", "d.h.w.r", "q2"), "tdhwr tdhwrt tdhwrt tdhwrwA ytdhwr ytdhwrwn - tdhwr - -"},
      {verb("اطمأنّ", "T.m.C.n", "q4"),
       "ATmAn ATmAnt ATmAnnt ATmAnwA yTmCn yTmCnwn yTmCnn ATmCnn - -"},
  };
  for (const auto& row : rows) EXPECT_EQ(table(row.verb), row.forms) << row.verb.lemma;
}

TEST(Conjugate, before_an_enclitic) {
  const auto all = inflect(verb("التقى", "l.q.y", "8"));
  EXPECT_EQ(form(all, kHe, true), "AltqA");    // alef maqsura turns to alef
  EXPECT_EQ(form(all, kThey, true), "Altqw");  // the alef after waw falls
  const auto read = inflect(verb("قرأ", "q.r.C", "1", "يقرأ"));
  EXPECT_EQ(form(read, kHeDoes, true), "yqrA/yqrC");  // subjunctive, indicative
}

TEST(Conjugate, passive_written_alike_is_a_mark) {
  for (const WrittenForm& one : inflect(verb("قتل", "q.t.l", "1", "يقتُل"))) {
    if (one.form.tense == Tense::imperative) continue;
    EXPECT_TRUE(one.form.flags & kCanBePassive) << one.normal;
  }
  for (const WrittenForm& one : inflect(verb("انسحب", "s.H.b", "7"))) {
    EXPECT_FALSE(one.form.flags & (kCanBePassive | kPassive)) << one.normal;
  }
}

TEST(Conjugate, root_and_form_are_read_off_the_lemma) {
  const struct {
    const char* lemma;
    const char* forms;
  } rows[] = {
      {"استضاف", "AstDAf AstDAft AstDft AstDAfwA ystDyf ystDyfwn ystDf AstDf AstDyf ystDAf"},
      {"أجرى", "Ajry Ajrt Ajryt AjrwA yjry yjrwn yjr Ajr Ajry -"},
      {"اتصل", "AtSl AtSlt AtSlt AtSlwA ytSl ytSlwn - AtSl - -"},
      {"هدّد", "hdd hddt hddt hddwA yhdd yhddwn - hdd - -"},
      {"ناقش", "nAqc nAqct nAqct nAqcwA ynAqc ynAqcwn - nAqc nwqc -"},
      {"تفاوض", "tfAwD tfAwDt tfAwDt tfAwDwA ytfAwD ytfAwDwn - tfAwD tfwwD -"},
  };
  for (const auto& row : rows) EXPECT_EQ(table(verb(row.lemma, "", "")), row.forms) << row.lemma;
}

std::string derived_words(const LemmaSource& source, const std::vector<std::string>& masdars = {}) {
  std::string out;
  for (const LemmaSource& one : derived(source, masdars)) {
    out += (out.empty() ? "" : " ") + one.lemma;
  }
  return out;
}

TEST(Derive, masdar_and_participles) {
  const struct {
    LemmaSource verb;
    const char* words;
  } rows[] = {
      {verb("كتب", "k.t.b", "1", "يكتُب"), "كاتب مكتوب"},
      {verb("قال", "q.w.l", "1", "يقول"), "قائل مقول"},
      {verb("باع", "b.y.E", "1", "يبيع"), "بائع مبيع"},
      {verb("دعا", "d.E.w", "1", "يدعو"), "داعي مدعو"},
      {verb("رمى", "r.m.y", "1", "يرمي"), "رامي مرمي"},
      {verb("شنّ", "c.n.n", "1", "يشُنّ"), "شان مشنون"},
      {verb("قرأ", "q.r.C", "1", "يقرأ"), "قارئ مقروء"},
      {verb("سأل", "s.C.l", "1", "يسأل"), "سائل مسؤول"},
      {verb("أكل", "C.k.l", "1", "يأكُل"), "آكل مأكول"},
      {verb("صرّح", "S.r.H", "2"), "تصريح مصرح مصرح"},
      {verb("سوّى", "s.w.y", "2"), "تسوية مسوي مسوى"},
      {verb("هنّأ", "h.n.C", "2"), "تهنئة مهنئ مهنأ"},
      {verb("فاوض", "f.w.D", "3"), "مفاوضة مفاوض مفاوض"},
      {verb("عادى", "E.d.w", "3"), "معاداة معادي معادى"},
      {verb("أعلن", "E.l.n", "4"), "إعلان معلن معلن"},
      {verb("أقال", "q.y.l", "4"), "إقالة مقيل مقال"},
      {verb("أجرى", "j.r.y", "4"), "إجراء مجري مجرى"},
      {verb("أوقف", "w.q.f", "4"), "إيقاف موقف موقف"},
      {verb("آمن", "C.m.n", "4"), "إيمان مؤمن مؤمن"},
      {verb("تحدّث", "H.d.v", "5"), "تحدث متحدث متحدث"},
      {verb("تحدّى", "H.d.y", "5"), "تحدي متحدي متحدى"},
      {verb("تشاور", "c.w.r", "6"), "تشاور متشاور متشاور"},
      {verb("انسحب", "s.H.b", "7"), "انسحاب منسحب"},
      {verb("انحاز", "H.w.z", "7"), "انحياز منحاز"},
      {verb("احتلّ", "H.l.l", "8"), "احتلال محتل محتل"},
      {verb("اختار", "x.y.r", "8"), "اختيار مختار مختار"},
      {verb("التقى", "l.q.y", "8"), "التقاء ملتقي ملتقى"},
      {verb("اتّصل", "w.S.l", "8"), "اتصال متصل متصل"},
      {verb("استقال", "q.w.l", "10"), "استقالة مستقيل مستقال"},
      {verb("استولى", "w.l.y", "10"), "استيلاء مستولي مستولى"},
      {verb("استفزّ", "f.z.z", "10"), "استفزاز مستفز مستفز"},
      {verb("سيطر", "s.y.T.r", "q1"), "سيطرة مسيطر مسيطر"},
      {verb("اطمأنّ", "T.m.C.n", "q4"), "اطمئنان مطمئن"},
  };
  for (const auto& row : rows) EXPECT_EQ(derived_words(row.verb), row.words) << row.verb.lemma;
  EXPECT_EQ(derived_words(verb("زار", "z.w.r", "1", "يزور"), {"زيارة"}), "زيارة زائر مزور");
}

std::string declined(LemmaSource source) {
  std::string out;
  for (const WrittenForm& one : inflect(source)) {
    const Form& f = one.form;
    out += (out.empty() ? "" : " ") + one.normal + ":";
    out += "?mf"[static_cast<int>(f.gender)];
    out += "?sdp"[static_cast<int>(f.number)];
    if (f.flags & kConstruct) out += 'c';
    if (f.flags & kNoArticle) out += 'n';
    if (!(f.flags & kStandsAlone)) out += '-';  // only before an enclitic
    if (f.flags & kTakesEnclitic) out += '+';
  }
  return out;
}

LemmaSource noun(const char* lemma, std::vector<std::string> plurals = {}, const char* root = "") {
  LemmaSource source;
  source.lemma = lemma, source.plurals = std::move(plurals), source.root = root;
  return source;
}

// m f gender, s d p number, c construct, n no article, + before an enclitic too, -+ only there.
TEST(Decline, nouns) {
  EXPECT_EQ(declined(noun("زيارة")),
            "zyArh:fs zyArt:fs-+ zyArtAn:fd zyArtyn:fd zyArtA:fdc+ zyArty:fdc+ zyArAt:fp+");
  EXPECT_EQ(declined(noun("وزير", {"وزراء"})),
            "wzyr:ms+ wzyrA:msn wzyrAn:md wzyryn:md wzyrA:mdc+ wzyry:mdc+ wzrAC:mp+");
  LemmaSource speaker = noun("ناطق");
  speaker.human = true, speaker.feminine = "ناطقة";
  EXPECT_EQ(declined(speaker),
            "nATq:ms+ nATqA:msn nATqAn:md nATqyn:md nATqA:mdc+ nATqy:mdc+ nATqwn:mp nATqyn:mp "
            "nATqw:mpc+ nATqy:mpc+ nATqh:fs nATqt:fs-+ nATqtAn:fd nATqtyn:fd nATqtA:fdc+ "
            "nATqty:fdc+ nATqAt:fp+");
  EXPECT_EQ(declined(noun("قاضي", {"قضاة"}, "q.D.y")),
            "qADy:ms+ qAD:msn qADyA:msn qADyAn:md qADyyn:md qADyA:mdc+ qADyy:mdc+ qDAh:mp "
            "qDAt:mp-+");
  EXPECT_EQ(declined(noun("مستوى", {"مستويات"})),
            "mstwy:ms mstwA:ms-+ mstwyAn:md mstwyyn:md mstwyA:mdc+ mstwyy:mdc+ mstwyAt:mp+");
  EXPECT_EQ(declined(noun("مبدأ", {"مبادئ"})),
            "mbdA:ms+ mbdC:ms-+ mbdAn:md mbdCyn:md mbdA:mdc+ mbdCy:mdc+ mbAdC:mp+");
  EXPECT_EQ(declined(noun("أب", {"آباء"})),
            "Ab:ms+ AbA:msn AbAn:md Abyn:md AbA:mdc+ Aby:mdc+ Abw:msc+ AbA:msc+ Aby:msc+ AbAC:mp+");
}

LemmaSource adjective(const char* lemma, const char* feminine = "",
                      std::vector<std::string> plurals = {}) {
  LemmaSource source = noun(lemma, std::move(plurals));
  source.pos = Pos::adjective, source.feminine = feminine;
  return source;
}

TEST(Decline, adjectives) {
  EXPECT_EQ(
      declined(adjective("روسي", "", {"روس"})),
      "rwsy:ms+ rwsyA:msn rwsyAn:md rwsyyn:md rwsyA:mdc+ rwsyy:mdc+ rws:mp+ rwsA:mpn rwsyh:fs "
      "rwsyt:fs-+ rwsytAn:fd rwsytyn:fd rwsytA:fdc+ rwsyty:fdc+ rwsyAt:fp+");
  EXPECT_EQ(declined(adjective("أكبر", "كبرى")).substr(0, 45),
            "Akbr:ms+ AkbrA:msn AkbrAn:md Akbryn:md AkbrA:");
  const std::string elative = declined(adjective("أهمّ"));
  EXPECT_EQ(elative.find("Ahmh"), std::string::npos) << elative;  // no feminine in -a
}

TEST(Spell, marks_and_normal_are_those_of_fold) {
  for (const char* word :
       {"إلى", "أكبر", "آراء", "زيارة", "مسؤول", "قارئ", "ملتقى", "شيء", "وجه"}) {
    const std::string careful = inflection::careful_of(word);
    EXPECT_EQ(inflection::normal_of(careful), fold(word).normal) << word;
    EXPECT_EQ(inflection::marks_of(careful), fold(word).marks) << word;
    EXPECT_EQ(inflection::arabic_of(careful), word);
  }
}

TEST(Spell, hamza_takes_the_seat_of_the_stronger_vowel) {
  const struct {
    const char* sounds;
    const char* arabic;
  } rows[] = {{"masCalap", "مسألة"}, {"masCUl", "مسؤول"},   {"quriCa", "قرئ"},
              {"tasACala", "تساءل"}, {"CaACir", "أائر"},    {"bICap", "بيئة"},
              {"jACU~", "جاؤوا"},    {"yuCmin", "يؤمن"},    {"qurCAn", "قرآن"},
              {"muruCap", "مرؤة"},   {"badC", "بدء"},       {"CImAn", "إيمان"},
              {"murUCap", "مروءة"},  {"AiCtamana", "ائتمن"}};
  for (const auto& row : rows) {
    if (std::string(row.sounds) == "CaACir") continue;  // no such word: only that it does not fail
    EXPECT_EQ(inflection::arabic_of(inflection::spelled(row.sounds, false)[0]), row.arabic);
  }
}

TEST(Inflect, takes_any_lemma) {
  for (const char* lemma :
       {"", "ا", "ء", "ى", "ةة", "abc", "ال", "اا", "آآآ", "ووو", "ييي", "استا"}) {
    for (int pos = 0; pos <= static_cast<int>(Pos::punctuation); ++pos) {
      LemmaSource source;
      source.lemma = lemma, source.pos = static_cast<Pos>(pos);
      inflect(source);
      derived(source, {});
      source.root = "w.y.C", source.form = "8", source.present = "ي";
      source.plurals = {lemma}, source.feminine = lemma;
      inflect(source);
      derived(source, {lemma});
    }
  }
}

}  // namespace
}  // namespace rasid
