// SPDX-License-Identifier: Apache-2.0
// Events and participants are marked in the text, so that these tests stand on token/ and morph/
// alone: [deed], {participant}, {{medium}}. The deed is a CONSULT unless a category stands before
// the text.
#include <gtest/gtest.h>

#include <string>

#include "claim/claims.h"
#include "lexicon/testing.h"
#include "morph/analyze.h"
#include "token/tokenize.h"

namespace rasid {
namespace {

struct Engine {
  const Lexicon& lexicon = test::whole_lexicon();
  std::vector<Error> problems, own_problems;
  Morphology morphology{lexicon, problems};
  ClaimIndex index{lexicon, own_problems};
  MorphCache cache{morphology};
};

Engine& engine() {
  static Engine the_engine;
  return the_engine;
}

struct Piece {
  Span span;
  char kind = 0;  // '[' deed, '{' participant, 'm' medium
};

// Takes the marks out of the text and keeps what they marked.
std::vector<Piece> unmark(std::string_view marked, std::string& text) {
  std::vector<Piece> pieces;
  for (size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    const uint32_t at = static_cast<uint32_t>(text.size());
    if (c == '[' || c == '{') {
      const bool medium = c == '{' && i + 1 < marked.size() && marked[i + 1] == '{';
      if (medium) ++i;
      pieces.push_back({{at, at}, medium ? 'm' : c});
    } else if (c == ']' || c == '}') {
      if (i + 1 < marked.size() && marked[i + 1] == '}') ++i;
      pieces.back().span.end = at;
    } else {
      text += c;
    }
  }
  return pieces;
}

void tokens_of(const Text& text, Span span, uint32_t& begin, uint32_t& end) {
  begin = end = 0;
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    if (!span.overlaps(text.tokens[i].span)) continue;
    if (begin == end) begin = i;
    end = i + 1;
  }
}

void add_mention(const Piece& piece, Document& document) {
  Participant participant;
  participant.code = Code::from("XXX");
  participant.sector = Code::from(piece.kind == 'm' ? "JRN" : "GOV");
  participant.name = piece.span;
  Mention mention;
  mention.span = piece.span;
  tokens_of(document.text, piece.span, mention.begin, mention.end);
  mention.head = mention.begin;
  mention.first_participant = static_cast<uint16_t>(document.stands_for.size());
  mention.participants = 1;
  mention.proclitics = document.text.analysis(mention.begin).proclitics;
  document.stands_for.push_back(static_cast<uint32_t>(document.participants.size()));
  document.participants.push_back(participant);
  document.mentions.push_back(mention);
}

void add_event(const Piece& piece, std::string_view category, Document& document) {
  Event event;
  event.category = category;
  event.trigger = piece.span;
  tokens_of(document.text, piece.span, event.trigger_begin, event.trigger_end);
  event.head = event.trigger_begin;
  for (uint32_t i = event.trigger_begin; i < event.trigger_end; ++i) {
    if (document.text.analysis(i).pos == Pos::verb) event.head = i;
  }
  for (uint32_t i = 0; i < document.text.sentences.size(); ++i) {
    if (document.text.sentences[i].begin <= event.head) event.sentence = i;
  }
  event.group = static_cast<uint32_t>(document.events.size());
  document.events.push_back(event);
}

std::string claims(std::string_view marked, std::string_view category = "CONSULT",
                   Part part = Part::paragraph) {
  Document document;
  const std::vector<Piece> pieces = unmark(marked, document.article.text);
  document.article.blocks.push_back(
      {part, {0, static_cast<uint32_t>(document.article.text.size())}, 1, kNone});
  tokenize(document);
  analyze(document, engine().morphology, engine().cache);
  for (const Piece& piece : pieces) {
    if (piece.kind != '[') add_mention(piece, document);
  }
  for (const Piece& piece : pieces) {
    if (piece.kind == '[') add_event(piece, category, document);
  }
  find_claims(document, engine().index);
  std::string out;
  for (size_t i = 0; i < document.claims.size(); ++i) {
    const Claim& claim = document.claims[i];
    if (i > 0) out += " | ";
    out += std::string(name_of(claim.status));
    if (claim.negation != Negation::none) out += " " + std::string(name_of(claim.negation));
    if (claim.postponed) out += " postponed";
    for (uint32_t j = 0; j < claim.speakers; ++j) {
      const Mention& mention = document.mentions[document.speakers[claim.first_speaker + j]];
      out += (j == 0 ? " <- " : ", ");
      out += slice(document.article.text, mention.span);
    }
    if (!claim.via.empty()) {
      out += " via " + std::string(slice(document.article.text, claim.via));
    }
  }
  return out;
}

struct Row {
  const char* text;
  const char* claims;
};

void check(std::initializer_list<Row> rows, std::string_view category = "CONSULT",
           Part part = Part::paragraph) {
  for (const Row& row : rows) EXPECT_EQ(claims(row.text, category, part), row.claims) << row.text;
}

TEST(Claim, LexiconHasNoProblems) {
  for (const Error& error : engine().own_problems) ADD_FAILURE() << error.message();
}

TEST(Status, Tense) {
  check({
      {"[زار] الوفد موسكو", "held"},
      {"س[يزور] الوفد موسكو", "planned"},
      {"سوف [يزور] الوفد موسكو", "planned"},
      {"سيزور الوفد موسكو و[يلتقي] الوزير", "planned"},
      {"كان الوفد [يزور] موسكو", "held"},
  });
}

TEST(Status, Planned) {
  check({
      {"من المقرر أن [يزور] وفد من المعارضة موسكو", "planned"},
      {"يعتزم وزير الخارجية الأميركي جون كيري [زيارة] موسكو", "planned"},
      {"الزيارة التي يعتزم الرئيس القيام بها", ""},
      {"[الزيارة] التي يعتزم الرئيس القيام بها", "planned"},
      {"[زيارة] من المقرر أن يقوم بها الوزير", "planned"},
      {"تحدثوا عن [الزيارة] المرتقبة للملك", "planned"},
      {"عرض الوزير نتائج [الاجتماع] الوزاري المقبل", "planned"},
      {"سيجري الوزير خلال [زيارته] لموسكو عددا من [اللقاءات]", "planned | planned"},
      {"سيتوجه الوزير إلى عمان بعد [زيارته] لمصر", "held"},
      {"هدأ القتال قبل [محادثات] سلام في مينسك", "planned"},
      {"أرجأ الرئيس [زيارته] إلى موسكو", "planned postponed"},
      {"تحاول روسيا عقد [مؤتمر] دولي", "planned"},
      {"حاول مسلحون [اقتحام] السفارة", "held"},
  });
}

TEST(Status, Possible) {
  check({
      {"إن الوفد قد [يجتمع] مع الوزير", "possible"},
      {"وقد [اجتمع] الوفد مع الوزير", "held"},
      {"يدرس الائتلاف دعوة إلى [زيارة] موسكو", "possible"},
      {"من المتوقع أن [يزور] البابا بغداد", "possible"},
      {"إذا [هاجم] الجيش المدينة", "possible"},
      {"لا يعتزم الوزير [زيارة] موسكو", "negated will_not"},
  });
}

TEST(Status, Negated) {
  check({
      {"لم [يزر] مطلقا البلد", "negated not_happened"},
      {"لن [يزور] عائلته", "negated will_not"},
      {"ألغى الرئيس [زيارته] إلى واشنطن", "negated cancelled"},
      {"دخلت القوات دون حدوث أي [مواجهات]", "negated not_happened"},
      {"نفى المتحدث أن يكون الوزير [ناقش] الانسحاب", "negated denied"},
      {"لم تستمر [الزيارة] إلا ساعة", "held"},
      {"قررت الحكومة تعليق [المفاوضات]", "negated cancelled"},
  });
}

TEST(Status, DeedsDoneInWords) {
  check({{"[ترفض] روسيا المقترح", "held"}, {"[لن تقبل] طهران المقترح", "held"}}, "REJECT");
  check({{"س[تطالب] روسيا بالتحقيق", "planned"}, {"[تطالب] روسيا بالتحقيق", "held"}}, "REQUEST");
}

TEST(Speaker, Verbs) {
  check({
      {"قال {الناطق العسكري} إن القوات [قصفت] الميناء", "held <- الناطق العسكري"},
      {"{وزير الخارجية} أعلن أن الوفد [وصل]", "held <- وزير الخارجية"},
      {"أعلن {الوزير} أثناء [لقائه] السفير أن الوفد [وصل]", "held | held <- الوزير"},
      {"أعلن {الوزير} عزمه [زيارة] طهران", "planned <- الوزير"},
      {"قال {لافروف}: «س[نجتمع] قريبا. و[التقينا] أمس». و[غادر] الوفد",
       "planned <- لافروف | held <- لافروف | held"},
      {"لم يعلن {الوزير} أن الوفد [وصل]", "held"},
      {"قال {الوزير} إن الوفد [وصل]، مضيفا أن الجيش [انسحب]", "held <- الوزير | held <- الوزير"},
      {"قال {الوزير} إن الهدنة صمدت، بينما [قصف] الجيش التلال", "held"},
  });
}

TEST(Speaker, Chains) {
  check({
      {"ذكرت {{صحيفة معاريف}} أن {لابيد} قال إن الجيش [انسحب]", "held <- لابيد via صحيفة معاريف"},
      {"نقلت {{وكالة الإعلام}} عن {بدر جاموس} قوله إن الوفد [يدرس] الأمر",
       "held <- بدر جاموس via وكالة الإعلام"},
      {"قال {المتحدث} إن {المبعوث} يعتقد أن الجيش [انسحب]", "held <- المبعوث, المتحدث"},
  });
}

TEST(Speaker, AccordingTo) {
  check({
      {"[قصف] الجيش البلدة، بحسب {وزارة الدفاع}", "held <- وزارة الدفاع"},
      {"وفقا ل{وزارة الدفاع} [قصف] الجيش البلدة", "held <- وزارة الدفاع"},
      {"أفادت {وزارة الخارجية}، بحسب {{أنباء موسكو}}، بأن الوفدين [اجتمعا]",
       "held <- وزارة الخارجية via أنباء موسكو"},
  });
}

TEST(Speaker, Headlines) {
  check({{"{لابيد} لنتنياهو: [انسحب] الجيش", "held <- لابيد"}}, "CONSULT", Part::headline);
}

TEST(Claim, AnyTextIsAnswered) {
  EXPECT_EQ(claims("[«»]"), "held");
  EXPECT_EQ(claims("قال إن [زار"), "held");
  EXPECT_EQ(claims(": [بحسب] «"), "held");
}

}  // namespace
}  // namespace rasid
