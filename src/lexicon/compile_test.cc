// SPDX-License-Identifier: Apache-2.0
// What compiles and what does not, and which lemmas, terms and phrases come of it.
#include "lexicon/compile.h"

#include <gtest/gtest.h>

#include "base/letters.h"
#include "lexicon/problems.h"
#include "lexicon/testing.h"

namespace rasid {
namespace {

// The ids of the entries (with keys) that name some lemma of this word's forms.
std::string named_by(const Lexicon& lexicon, std::string_view normal) {
  std::string out;
  LemmaId before = kNone;
  for (const Form& form : lexicon.forms(normal)) {
    if (form.lemma == before) continue;
    before = form.lemma;
    const Lemma lemma = lexicon.lemma(form.lemma);
    if (!out.empty()) out += "; ";
    out += std::string(lemma.normal) + " " + std::string(name_of(lemma.pos));
    if (lemma.verb != kNone) out += " of " + std::string(lexicon.lemma(lemma.verb).normal);
    for (const Term& term : lexicon.terms_of(form.lemma)) {
      out += " " + std::string(lexicon.entry(term.entry).id());
    }
  }
  return out;
}

constexpr std::string_view kSmall = R"(%rec: Word

id: w.wazir
lemma: وزير
pos: noun
plural: وزراء
human: yes

id: w.zara
lemma: زار
pos: verb
root: z.w.r
form: 1
present: يزور
masdar: زيارة

%rec: Frame

id: f.visit
verb: زار
noun: زيارة
noun: اتصال
event: CONSULT.visit
slot: actor subject
yes: زار وفد موسكو
+ actor = وفد
+ recipient = موسكو

%rec: Office

id: SAU.minister.foreign
code: SAU
title: ~وزير ~خارجية السعودية
title: ~الوزير الأول

%rec: State

id: RUS
code: RUS
name: روسيا
adjective: روسي
plural: روس
)";

TEST(Compile, SmallLexicon) {
  const Lexicon lexicon = test::lexicon(kSmall);
  EXPECT_EQ(lexicon.entry_count(), 5u);
  const EntryId frame = lexicon.entry_named("f.visit");
  ASSERT_NE(frame, kNone);
  EXPECT_EQ(lexicon.entry(frame).type(), Type::frame);
  EXPECT_EQ(lexicon.entry(frame).value(Key::event), "CONSULT.visit");
  EXPECT_EQ(lexicon.entry(frame).values(Key::noun).size(), 2u);
  EXPECT_EQ(lexicon.entry(frame).where(Key::noun, 1), "test.rec:22");
  EXPECT_EQ(lexicon.entry(frame).where(Key::light), "test.rec:19");
  ASSERT_EQ(lexicon.entries_of(Type::word).size(), 2u);
  EXPECT_EQ(lexicon.entry(lexicon.entries_of(Type::word)[1]).id(), "w.zara");
}

TEST(Compile, LemmasAndTheirTerms) {
  const Lexicon lexicon = test::lexicon(kSmall);
  const struct {
    std::string_view word, expected;
  } kRows[] = {
      {"zArwA", "zAr verb f.visit"},
      {"yzwrwn", "zAr verb f.visit"},
      {"zyArh", "zyArh masdar of zAr f.visit"},  // Word's masdar
      {"AtSAl", "AtSAl noun f.visit"},           // no Word knows it: declared by the key
      {"wzrAC", "wzyr noun"},
      {"rwsyh", "rwsy adjective RUS"},
      {"rws", "rwsy adjective RUS"},  // the State's plural is its adjective's
      {"zAr", "zAr verb f.visit"},
      {"nothing", ""},
  };
  for (const auto& [word, expected] : kRows) EXPECT_EQ(named_by(lexicon, word), expected) << word;
}

TEST(Compile, Phrases) {
  const Lexicon lexicon = test::lexicon(kSmall);
  const LemmaId minister = lexicon.forms("wzrAC").front().lemma;
  const uint32_t first = lexicon.step_lemma(Lexicon::kRoot, minister);
  ASSERT_NE(first, kNone);
  uint32_t node = lexicon.step_lemma(first, lexicon.forms("xArjyh").front().lemma);
  ASSERT_NE(node, kNone);
  EXPECT_TRUE(lexicon.terms_at(node).empty());
  node = lexicon.step(node, "AlsEwdyh");
  ASSERT_NE(node, kNone);
  ASSERT_EQ(lexicon.terms_at(node).size(), 1u);
  EXPECT_EQ(lexicon.terms_at(node)[0].key, Key::title);
  EXPECT_EQ(lexicon.entry(lexicon.terms_at(node)[0].entry).id(), "SAU.minister.foreign");
  // ~ before a word with its article means the lemma without it.
  node = lexicon.step(first, "AlAwl");
  ASSERT_NE(node, kNone);
  EXPECT_EQ(lexicon.terms_at(node).size(), 1u);
  EXPECT_EQ(lexicon.step(Lexicon::kRoot, "AlsEwdyh"), kNone);  // within a phrase only
  EXPECT_EQ(lexicon.step(Lexicon::kRoot, "nowhere"), kNone);
  EXPECT_EQ(lexicon.step_lemma(node, minister), kNone);
}

// Homographs: which of them a verb: key means.
TEST(Compile, VerbKeysChooseBySpelling) {
  constexpr std::string_view kVerbs = R"(%rec: Word

id: w.hamala1
lemma: حمل
pos: verb
root: H.m.l
form: 1
present: يحمل

id: w.hamala2
lemma: حمّل
pos: verb
root: H.m.l
form: 2
present: يحمّل

id: w.amina
lemma: أمن
pos: verb
root: C.m.n
form: 1
present: يأمن

id: w.amana
lemma: آمن
pos: verb
root: C.m.n
form: 4
present: يؤمن

%rec: Class

id: class.any
verb: حمل

id: class.second
verb: حمّل

id: class.believe
verb: آمن

id: class.by_rule
verb: استقبل
)";
  const Lexicon lexicon = test::lexicon(kVerbs);
  const auto classes = [&](std::string_view entry) {
    std::string out;
    for (LemmaId id = 0; id < lexicon.lemma_count(); ++id) {
      const Lemma lemma = lexicon.lemma(id);
      if (lemma.pos != Pos::verb || lexicon.entry(lemma.entry).id() != entry) continue;
      for (const Term& term : lexicon.terms_of(id)) {
        out += std::string(lexicon.entry(term.entry).id()) + " ";
      }
    }
    return out;
  };
  EXPECT_EQ(classes("w.hamala1"), "class.any ");
  EXPECT_EQ(classes("w.hamala2"), "class.any class.second ");
  EXPECT_EQ(classes("w.amina"), "");
  EXPECT_EQ(classes("w.amana"), "class.believe ");
  EXPECT_EQ(classes("class.by_rule"), "class.by_rule ");
  EXPECT_EQ(named_by(lexicon, "AstqbAl"), "AstqbAl masdar of Astqbl");
}

// What several files tell of one word is one lemma: a .rec before a .tsv, then by file name; each
// fills in what those before it left open. A Word overrules the lemma derived from another.
TEST(Compile, OneLemmaForOneWord) {
  const Lexicon lexicon = test::lexicon(std::vector<SourceFile>{
      {"a.tsv", "%tsv: Word pos form plural lemma\nverb\t2\t\tقدّم\nnoun\t\t\tوزير\n"},
      {"b.rec",
       "%rec: Word\n\nid: w.wazir\nlemma: وزير\npos: noun\nplural: وزراء\n\n"
       "id: w.taqdim\nlemma: تقديم\npos: noun\n"}});
  EXPECT_EQ(named_by(lexicon, "wzyr"), "wzyr noun");
  EXPECT_EQ(named_by(lexicon, "tqdym"), "tqdym noun of qdm");
  EXPECT_EQ(lexicon.entry(lexicon.entry_named("a.2")).value(Key::lemma), "وزير");
  const Lexicon merged = test::lexicon(std::vector<SourceFile>{
      {"a/nouns.tsv", "%tsv: Word pos plural lemma\nnoun\t\tطلب\n"},
      {"b/nouns.tsv", "%tsv: Word pos plural verb-of lemma\nmasdar\tطلبات\tطلب\tطلب\n"},
      {"c.rec",
       "%rec: Word\n\nid: w.talaba\nlemma: طلب\npos: verb\nroot: T.l.b\nform: 1\n"
       "present: يطلب\n"}});
  EXPECT_EQ(named_by(merged, "Tlb"), "Tlb verb; Tlb masdar of Tlb");
  EXPECT_EQ(named_by(merged, "TlbAt"), "Tlb masdar of Tlb");
  EXPECT_NE(merged.entry_named("b.nouns.1"), kNone);
}

// A noun named in its plural is a lemma of its own with the plural's forms alone; what names the
// singular means it too.
TEST(Compile, NounsNamedInThePlural) {
  const Lexicon lexicon = test::lexicon(R"(%rec: Word

id: w.quwwa
lemma: قوة
pos: noun

id: w.hadd
lemma: حد
pos: noun
plural: حدود

id: w.sulta
lemma: سلطة
pos: noun

id: w.sulutat
lemma: سلطات
pos: noun

%rec: Class

id: class.force
noun: قوة

id: class.forces
noun: قوات

id: class.power
noun: سلطة

id: class.border
noun: حدود

id: class.militias
noun: ميليشيات

%rec: Agent

id: agent.army
phrase: ~قوة ~مسلح
kind: force

id: agent.our_army
phrase: ~قوات ~نظامي
kind: force
)");
  const struct {
    std::string_view word, expected;
  } kRows[] = {
      {"qwh", "qwh noun class.force"},
      {"qwtyn", "qwh noun class.force"},
      {"qwAt", "qwAt noun class.force class.forces"},
      {"slTAt", "slTAt noun class.power"},
      {"slTh", "slTh noun class.power"},
      {"Hd", "Hd noun"},
      {"Hdwd", "Hdwd noun class.border"},
      {"mylycyAt", "mylycyAt noun class.militias"},
      {"mylycyAtAn", ""},
  };
  for (const auto& [word, expected] : kRows) EXPECT_EQ(named_by(lexicon, word), expected) << word;
  EXPECT_EQ(lexicon.forms("qwAt").front().number, Number::plural);
  EXPECT_EQ(lexicon.forms("mylycyAt").front().gender, Gender::feminine);
  const auto agent = [&](std::string_view noun, std::string_view adjective) {
    uint32_t node = lexicon.step_lemma(Lexicon::kRoot, lexicon.forms(noun).front().lemma);
    if (node == kNone) return std::string();
    node = lexicon.step_lemma(node, lexicon.forms(adjective).front().lemma);
    const std::span<const Term> terms = lexicon.terms_at(node);
    return terms.empty() ? std::string() : std::string(lexicon.entry(terms[0].entry).id());
  };
  EXPECT_EQ(agent("qwh", "mslH"), "agent.army");
  EXPECT_EQ(agent("qwAt", "mslH"), "agent.army");
  EXPECT_EQ(agent("qwAt", "nZAmy"), "agent.our_army");
  EXPECT_EQ(agent("qwh", "nZAmy"), "");
}

// The nisba of a State is a known adjective here: it gets the State's plural, and the noun its
// term.
TEST(Compile, NisbasOfStates) {
  const Lexicon lexicon = test::lexicon(std::vector<SourceFile>{
      {"a.tsv", "%tsv: Word pos lemma\nadjective\tروسي\nnoun\tروسي\n"},
      {"b.rec", "%rec: State\n\nid: RUS\ncode: RUS\nname: روسيا\nadjective: روسي\nplural: روس\n"}});
  EXPECT_EQ(named_by(lexicon, "rws"), "rwsy adjective RUS");
  EXPECT_EQ(named_by(lexicon, "rwsy"), "rwsy adjective RUS; rwsy noun RUS");
}

std::string faults(std::vector<SourceFile> sources) {
  std::string out;
  for (const Error& error : compile(std::move(sources)).errors) {
    out += error.where + ": " + error.what + "\n";
  }
  return out;
}

std::string cue(std::string_view more) {
  return "%rec: Cue\n\nid: c\nphrase: من المقرر\nstatus: planned\nscope: verb\n" +
         std::string(more);
}

TEST(Compile, Faults) {
  const struct {
    std::string text, expected;
  } kRows[] = {
      {cue(""), ""},
      {"%rec: Cat\n\nid: a\n\nid: b\n", "a.rec:1: unknown type 'Cat'\n"},
      {cue("colour: red\n"), "a.rec:7: unknown key 'colour' of Cue\n"},
      {cue("lemma: x\n"), "a.rec:7: unknown key 'lemma' of Cue\n"},
      {cue("status: held\n"), "a.rec:7: a second 'status' in one entry\n"},
      {"%rec: Cue\n\nid: c\nstatus: held\n", "a.rec:3: Cue 'c' has no 'scope'\n"},
      {"%rec: Cue\n\nstatus: held\nscope: verb\n", "a.rec:3: an entry without id\n"},
      {cue("\nid: c\nstatus: held\nscope: verb\n"), "a.rec:8: the id 'c' is taken by a.rec:3\n"},
      {cue("\nid: c/d\nstatus: held\nscope: verb\n"), "a.rec:8: bad id 'c/d'\n"},
      {cue("\nid: gone\nstatus: held\nscope: verb\n"), "a.rec:8: the id 'gone' is retired\n"},
      {cue("negation: نعم\n"), "a.rec:7: negation 'نعم' is no code\n"},
      {cue("phrase: من here\n"), "a.rec:7: phrase 'من here' mixes Arabic and Latin letters\n"},
      {cue("verb: قال له\n"), "a.rec:7: verb 'قال له' is not one Arabic word\n"},
      {cue("noun: ~خطة\n"), "a.rec:7: noun '~خطة' has a ~\n"},
      {cue("yes: من المقرر\n+ colour = red\n"), "a.rec:8: yes 'colour' is no role of an example\n"},
      {cue("yes: من المقرر\n+ actor\n"), "a.rec:7: a '+' line without 'role = words'\n"},
      {cue("yes: من المقرر\n+ actor =\n"), "a.rec:8: yes 'actor' has no words\n"},
      {cue("yes: من المقرر\n+ actor = الوزير\n"),
       "a.rec:8: yes 'الوزير' is no piece of the sentence\n"},
      {cue("yes: من المقرر\n+ on = today\n"), "a.rec:8: yes 'today' is no day\n"},
      {cue("scope: verb\n+ more\n"), "a.rec:8: 'scope' cannot go on over several lines\n"},
      {"%rec: Epithet\n\nid: e\nphrase: القيصر\nis: nobody\n",
       "a.rec:5: 'is' names 'nobody', which no entry has\n"},
      {"%rec: Weekday\n\nid: d\nphrase: الأحد\nvalue: first\n",
       "a.rec:5: value 'first' is no number\n"},
      {"%rec: Weekday\n\nid: d\nphrase: الأحد\nvalue: nan\n",
       "a.rec:5: value 'nan' is no number\n"},
      {"%rec: Category\n\nid: d\ncameo: 01\nquad: 1\nreciprocal: maybe\n",
       "a.rec:6: reciprocal 'maybe' is neither yes nor no\n"},
      {"%rec: Person\n\nid: p\nname: فلان\nuntil: 2013-02-29\n",
       "a.rec:5: until '2013-02-29' is no day\n"},
      {"%rec: Person\n\nid: p\nname: فلان\nholds: 2013 p\n",
       "a.rec:5: holds '2013 p' is no range\n"},
      {"%rec: Person\n\nid: p\nname: فلان\nholds: 2014-01-01..2013-01-01 p\n",
       "a.rec:5: holds '2014-01-01..2013-01-01 p' ends before it begins\n"},
      {"%rec: Person\n\nid: p\nname: فلان\nholds: 2014-01-01.. q\n",
       "a.rec:5: 'holds' names 'q', which no entry has\n"},
      {"%rec: Word\n\nid: w\nlemma: word\npos: noun\n",
       "a.rec:4: lemma 'word' has no Arabic letter\n"
       "a.rec:4: lemma 'word' mixes Arabic and Latin letters\n"},
      {"%rec: Word\n\nid: w\nlemma: كلمة\npos: thing\ngender: it\nform: 11\n",
       "a.rec:3: unknown pos\na.rec:3: unknown gender\na.rec:3: unknown form\n"},
      {"%rec: Word\n\nid: w\nlemma: كلمة\npos: noun\nverb-of: كلم\n",
       "a.rec:3: verb-of 'كلم' is not known\n"},
  };
  for (const auto& [text, expected] : kRows) {
    EXPECT_EQ(faults({{"a.rec", text}, {"RETIRED", "# dropped\ngone # why\n"}}), expected) << text;
  }
  EXPECT_EQ(faults({{"a.rec", ""}, {"a.rec", ""}}), "a.rec: is handed in twice\n");
}

TEST(Compile, TellsAllFaultsButNoMoreThanFifty) {
  std::string text = "%rec: Cue\n";
  for (int i = 0; i < 30; ++i) text += "\nid: c" + std::to_string(i) + "\ncolour: red\n";
  const Compiled compiled = compile({{"a.rec", text}});
  EXPECT_TRUE(compiled.image.empty());
  EXPECT_EQ(compiled.errors.size(), kMostErrors);
}

TEST(Compile, TsvRows) {
  const Lexicon lexicon = test::lexicon(std::vector<SourceFile>{
      {"words/nouns.tsv", "%tsv: Word pos plural lemma\nnoun\tوفود|أوفاد\tوفد\nnoun\t\tخطة\n"}});
  const EntryId row = lexicon.entry_named("nouns.1");
  ASSERT_NE(row, kNone);
  EXPECT_EQ(lexicon.entry(row).line(), 2u);
  EXPECT_EQ(lexicon.entry(row).values(Key::plural).size(), 2u);
  EXPECT_EQ(named_by(lexicon, "AwfAd"), "wfd noun");
}

TEST(Compile, TheProjectsLexicon) {
  const Result<std::vector<SourceFile>> sources =
      lexicon_sources(std::string(RASID_SOURCE_DIR) + "/lexicon");
  ASSERT_TRUE(sources) << sources.error().message();
  const Compiled compiled = compile(*sources);
  for (const Error& error : compiled.errors) ADD_FAILURE() << error.message();
}

TEST(Compile, NoFolderIsAnError) { EXPECT_FALSE(lexicon_sources("/no/such/folder")); }

}  // namespace
}  // namespace rasid
