// SPDX-License-Identifier: Apache-2.0
// Sentences -> whom each noun phrase, suffix and verb without a subject stands for.
#include <gtest/gtest.h>

#include "entity/mentions.h"
#include "lexicon/testing.h"
#include "morph/analyze.h"
#include "token/tokenize.h"

namespace rasid {
namespace {

struct World {
  World()
      : lexicon(test::whole_lexicon(RASID_SOURCE_DIR)),
        morphology(lexicon, problems),
        index(lexicon, problems),
        cache(morphology) {}
  std::vector<Error> problems;
  const Lexicon& lexicon;
  Morphology morphology;
  EntityIndex index;
  MorphCache cache;
  EntityScratch scratch;
};

World& world() {
  static World* const kWorld = new World;  // lives as long as the test program
  return *kWorld;
}

// Paragraphs, one a line.
Document read(std::string_view text, std::string_view date, std::string_view outlet) {
  Document document;
  document.article.text = text;
  document.article.published = Date::from(date);
  document.article.outlet = outlet;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find('\n', at), text.size());
    Block block;
    block.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    document.article.blocks.push_back(block);
    at = end + 1;
  }
  tokenize(document);
  analyze(document, world().morphology, world().cache);
  find_mentions(document, world().index, world().scratch);
  return document;
}

std::string stands_for(const Document& document, const Mention& mention) {
  std::string out;
  for (uint32_t i = 0; i < mention.participants; ++i) {
    if (i > 0) out += ", ";
    out += participant_text(document, document.stands_for[mention.first_participant + i]);
  }
  return out;
}

// "words = participants" of each noun phrase.
std::string overt(std::string_view text, std::string_view date = "2015-07-20",
                  std::string_view outlet = "") {
  const Document document = read(text, date, outlet);
  std::string out;
  for (const Mention& mention : document.mentions) {
    if (mention.kind == MentionKind::elided || mention.kind == MentionKind::pronoun) continue;
    out += slice(text, mention.span);
    out += mention.adjective ? " (adjective) = " : mention.place_only ? " (place) = " : " = ";
    out += stands_for(document, mention) + "\n";
  }
  return out;
}

// "word = participants" of suffixes and pronouns, or of verbs.
std::string implied(std::string_view text, MentionKind kind, std::string_view date = "2015-07-20") {
  const Document document = read(text, date, "");
  std::string out;
  for (const Mention& mention : document.mentions) {
    if (mention.kind != kind) continue;
    out += slice(text, document.text.tokens[mention.head].span);
    out += " = " + stands_for(document, mention) + "\n";
  }
  return out;
}

void same(std::string_view text, const std::string& got, std::string_view expected) {
  EXPECT_TRUE(got == expected) << text << "\ngot:\n" << got << "expected:\n" << expected;
}

struct Row {
  std::string_view text, expected;
};

TEST(Entity, NamesOfStatesBodiesAndPlaces) {
  const Row rows[] = {
      {"زارت روسيا", "روسيا = RUS:GOV\n"},
      {"انتقدت واشنطن", "واشنطن = USA:GOV\n"},
      {"وصل إلى مدينة عدن", "مدينة عدن (place) = YEM:GOV\n"},
      {"دعت الأمم المتحدة والاتحاد الأوروبي إلى الهدوء",
       "الأمم المتحدة = UNO/الأمم المتحدة\nوالاتحاد الأوروبي = EUR/الاتحاد الأوروبي\n"},
      {"الأزمة السورية", "السورية (adjective) = SYR:GOV\n"},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, TitlesTakeWhoseTheyAreAndTheName) {
  const Row rows[] = {
      {"التقى وزير الخارجية الروسي سيرغي لافروف",
       "وزير الخارجية الروسي سيرغي لافروف = RUS:GOV/سيرغي لافروف\n"},
      {"استقبل رئيس الوزراء العراقي سفير قطر",
       "رئيس الوزراء العراقي = IRQ:GOV/رئيس الوزراء العراقي\nسفير قطر = QAT:GOV/سفير قطر\n"},
      {"قال المتحدث باسم الخارجية الإيرانية",
       "المتحدث باسم الخارجية الإيرانية = IRN:GOV/المتحدث باسم الخارجية الإيرانية\n"},
      {"أكد المبعوث الأممي إلى سوريا الأخضر الإبراهيمي",
       "المبعوث الأممي إلى سوريا الأخضر الإبراهيمي = UNO/الأخضر الإبراهيمي\n"},
      {"قال الرئيس الأميركي السابق جيمي كارتر",
       "الرئيس الأميركي السابق جيمي كارتر = USA:ELI/جيمي كارتر\n"},
      {"بحث ميخائيل بوغدانوف، نائب وزير الخارجية الروسي، الأمر",
       "ميخائيل بوغدانوف، نائب وزير الخارجية الروسي = RUS:GOV/ميخائيل بوغدانوف\n"},
      {"اجتمع وزيرا خارجية مصر والأردن", "وزيرا خارجية مصر والأردن = EGY:GOV, JOR:GOV\n"},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, GroupsBodiesAndSources) {
  const Row rows[] = {
      {"وصل وفد من الحكومة السورية والمعارضة",
       "وفد من الحكومة السورية والمعارضة = SYR:GOV, SYR:OPP\n"},
      {"قال مصدر دبلوماسي روسي", "مصدر دبلوماسي روسي = RUS:GOV/مصدر دبلوماسي روسي\n"},
      {"فرقت قوات الأمن المصرية متظاهرين",
       "قوات الأمن المصرية = EGY:COP/قوات الأمن المصرية\n"
       "متظاهرين = EGY:CVL\n"},
      {"أعلنت وزارة الخارجية الهندية", "وزارة الخارجية الهندية = IND:GOV/وزارة الخارجية الهندية\n"},
      {"قتل جنود أوكرانيون", "جنود أوكرانيون = UKR:MIL\n"},
      {"قال مسؤولون أميركيون", "مسؤولون أميركيون = USA:GOV/مسؤولون أميركيون\n"},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, AShortNameIsTheFullOneOfTheArticle) {
  same("", overt("المرايحي يدعو إلى الحوار\nقال لطفي المرايحي، أمين عام حزب البيئة التونسي"),
       "المرايحي = TUN:PTY/لطفي المرايحي\n"
       "لطفي المرايحي، أمين عام حزب البيئة التونسي = TUN:PTY/لطفي المرايحي\n");
}

TEST(Entity, ATitleAloneIsTheOneNamedWithIt) {
  same("", overt("التقى وزير الخارجية الصيني وانغ يي السفير\nوأضاف الوزير أن الأمر تم"),
       "وزير الخارجية الصيني وانغ يي = CHN:GOV/وانغ يي\n"
       "السفير = CHN:GOV/السفير\n"
       "الوزير = CHN:GOV/وانغ يي\n");
}

TEST(Entity, BothSidesAndCounterparts) {
  same("", overt("التقى وزير الدفاع الهندي نظيره الفرنسي\nواتفق الجانبان على التعاون"),
       "وزير الدفاع الهندي = IND:GOV/وزير الدفاع الهندي\n"
       "نظيره الفرنسي = FRA:GOV/نظيره الفرنسي\n"
       "الجانبان = IND:GOV/وزير الدفاع الهندي, FRA:GOV/نظيره الفرنسي\n");
}

TEST(Entity, CommonWordsAreNoPersons) {
  const Row rows[] = {
      {"في مؤتمر صحافي", ""},
      {"استؤنفت المفاوضات أمس", ""},
      {"قدمت المساعدات الإنسانية", ""},
      {"العلاقات الخارجية", ""},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, ANameOfAStateThatIsItsAdjectiveBelongsToTheNounBefore) {
  const Row rows[] = {
      {"أعلنت القوات السعودية", "القوات السعودية = SAU:MIL/القوات السعودية\n"},
      {"قالت وزارة الدفاع السعودية", "وزارة الدفاع السعودية = SAU:GOV/وزارة الدفاع السعودية\n"},
      {"نفت الخارجية السعودية", "الخارجية السعودية = SAU:GOV/الخارجية السعودية\n"},
      {"أبلغت إيران السعودية", "إيران = IRN:GOV\nالسعودية = SAU:GOV\n"},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, AgentsDoNotTakeTheObjectAfterThem) {
  const Row rows[] = {
      {"فرقت الشرطة المصرية المتظاهرين",
       "الشرطة المصرية = EGY:COP/الشرطة المصرية\nالمتظاهرين = EGY:CVL\n"},
      {"اعتقلت قوات الأمن المحتجين في تونس",
       "قوات الأمن = TUN:COP/قوات الأمن\nالمحتجين = TUN:CVL\nتونس = TUN:GOV\n"},
      {"قطع محتجون الطريق الدولي في لبنان", "محتجون = LBN:CVL\nلبنان = LBN:GOV\n"},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, AFirstNameInBracketsAndTheTwoMinisters) {
  const Row rows[] = {
      {"قال الرئيس الروسي (فلاديمير) بوتين", "الرئيس الروسي (فلاديمير) بوتين = RUS:GOV/بوتين\n"},
      {"استقبل الرئيس المصري نظيره السوداني وأكد الرئيسان",
       "الرئيس المصري = EGY:GOV/الرئيس المصري\nنظيره السوداني = SDN:GOV/نظيره السوداني\n"
       "الرئيسان = EGY:GOV/الرئيس المصري, SDN:GOV/نظيره السوداني\n"},
  };
  for (const Row& row : rows) same(row.text, overt(row.text), row.expected);
}

TEST(Entity, SuffixesAgreeAndAvoidTheirOwnSubject) {
  same("", implied("قال وزير الخارجية الروسي إن بلاده مستعدة", MentionKind::pronoun),
       "بلاده = RUS:GOV/وزير الخارجية الروسي\n");
  same("", implied("التقى لافروف خالد مشعل ودعاه إلى موسكو", MentionKind::pronoun, "2015-08-03"),
       "ودعاه = PSE:REB/خالد مشعل\n");
}

TEST(Entity, VerbsWithoutSubject) {
  same("", implied("أعلنت روسيا الاتفاق وأكدت الالتزام", MentionKind::elided),
       "أعلنت = RUS:GOV\nوأكدت = RUS:GOV\n");
  same("", implied("أشاد الرئيس بسوريا التي تشتري السلاح", MentionKind::elided),
       "أشاد = SYR:GOV/الرئيس\nتشتري = SYR:GOV\n");
}

TEST(Entity, AnyBytesAreTaken) {
  for (std::string_view text : {"", "\n", "()", "\"", "من", "الرئيس", "وزير", "بن", "،،،", "5", "«",
                                "وفد من", "رئيس ،", "المبعوث إلى"}) {
    overt(text);
  }
}

}  // namespace
}  // namespace rasid
