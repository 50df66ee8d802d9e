// SPDX-License-Identifier: Apache-2.0
// Sentences -> the events they tell, on the whole lexicon: one row a construction, for reading.
// "CONSULT.visit [trigger] TUN:GOV -> EGY:GOV @ place": actors, recipients and place.
#include <gtest/gtest.h>

#include "entity/mentions.h"
#include "event/events.h"
#include "lexicon/testing.h"
#include "morph/analyze.h"
#include "time/moments.h"
#include "token/tokenize.h"

namespace rasid {
namespace {

struct World {
  World()
      : lexicon(test::whole_lexicon(RASID_SOURCE_DIR)),
        morphology(lexicon, problems),
        entities(lexicon, problems),
        times(lexicon, problems),
        events(lexicon, problems),
        cache(morphology) {}
  std::vector<Error> problems;
  const Lexicon& lexicon;
  Morphology morphology;
  EntityIndex entities;
  TimeIndex times;
  EventIndex events;
  MorphCache cache;
  EntityScratch entity_scratch;
  EventScratch event_scratch;
};

World& world() {
  static World* const kWorld = new World;  // lives as long as the test program
  return *kWorld;
}

Document read(std::string_view text) {
  Document document;
  document.article.text = text;
  document.article.published = Date::from("2015-08-04");
  Block block;
  block.span = {0, static_cast<uint32_t>(text.size())};
  document.article.blocks.push_back(block);
  tokenize(document);
  analyze(document, world().morphology, world().cache);
  find_mentions(document, world().entities, world().entity_scratch);
  find_moments(document, world().times);
  find_events(document, world().events, world().event_scratch);
  return document;
}

std::string side(const Document& document, const Event& event, RoleKind kind) {
  std::string out;
  for (uint32_t at = event.first_role; at < event.first_role + event.roles; ++at) {
    const Role& role = document.roles[at];
    if (role.kind != kind || role.mention == kNone) continue;
    const Mention& mention = document.mentions[role.mention];
    for (uint32_t i = 0; i < mention.participants; ++i) {
      const Participant& one =
          document.participants[document.stands_for[mention.first_participant + i]];
      out += " " + std::string(one.code.view());
      if (!one.sector.view().empty()) out += ":" + std::string(one.sector.view());
    }
  }
  return out;
}

// The events of one sentence, a line each.
std::string told(std::string_view text) {
  const Document document = read(text);
  std::string out;
  for (const Event& event : document.events) {
    out += std::string(event.category);
    if (!event.mode.empty()) out += "." + std::string(event.mode);
    out += " [" + std::string(slice(document.article.text, event.trigger)) + "]";
    out += side(document, event, RoleKind::actor);
    const std::string other = side(document, event, RoleKind::recipient);
    if (!other.empty()) out += " ->" + other;
    if (event.place != kNone) {
      out += " @ " + std::string(slice(document.article.text, document.mentions[event.place].span));
    }
    out += "\n";
  }
  return out;
}

struct Row {
  std::string_view sentence, events;
};

template <size_t kRows>
void check(const Row (&rows)[kRows]) {
  for (const Row& row : rows) EXPECT_EQ(told(row.sentence), row.events) << row.sentence;
}

TEST(Events, SubjectsAndObjects) {
  const Row rows[] = {
      {"زار وزير الخارجية التونسي القاهرة أمس",
       "CONSULT.visit [زار] TUN:GOV -> EGY:GOV @ القاهرة\n"},
      {"استقبل الملك الأردني الرئيس الفرنسي في عمان",
       "CONSULT.meet [استقبل] JOR:GOV -> FRA:GOV @ عمان\n"},
      {"وزير الدفاع الكويتي يبحث مع نظيره البريطاني التعاون العسكري",
       "CONSULT.meet [يبحث] KWT:GOV GBR:GOV\n"},
      {"قال الوزير العماني الذي التقى نظيره القطري إن مسقط تدين الهجوم على السفارة",
       "CONSULT.meet [التقى] OMN:GOV QAT:GOV\n"
       "ACCUSE.disapprove [تدين] OMN:GOV\n"},
      {"وصل الرئيس السوداني إلى الرياض وأجرى محادثات مع الملك السعودي",
       "CONSULT.visit [وصل] SDN:GOV -> SAU:GOV @ الرياض\n"
       "CONSULT.meet [محادثات] SDN:GOV SAU:GOV @ الرياض\n"},
      {"اعتقلت السلطات المصرية ناشطا مصريا", "COERCE.arrest [اعتقلت] EGY:GOV -> EGY:SOC\n"},
      {"اعتقل ناشط بحريني في المنامة", "COERCE.arrest [اعتقل] -> BHR:SOC @ المنامة\n"},
  };
  check(rows);
}

TEST(Events, LightVerbs) {
  const Row rows[] = {
      {"أجرى الرئيس التركي اتصالا هاتفيا مع نظيره الروسي",
       "CONSULT.phone [اتصالا هاتفيا] TUR:GOV RUS:GOV\n"},
      {"تلقى أمير الكويت رسالة من الرئيس العراقي", "CONSULT.letter [رسالة] IRQ:GOV -> KWT:GOV\n"},
      {"الزيارة التي يقوم بها وزير الخارجية الألماني إلى بيروت تستمر يومين",
       "CONSULT.visit [الزيارة] DEU:GOV -> LBN:GOV @ بيروت\n"},
      {"ستكون هذه أول زيارة يقوم بها الرئيس الكوبي لموسكو",
       "CONSULT.visit [زيارة] CUB:GOV -> RUS:GOV @ لموسكو\n"},
      {"ألغى رئيس الوزراء الياباني زيارة إلى بكين",
       "CONSULT.visit [زيارة] JPN:GOV -> CHN:GOV @ بكين\n"},
      {"عقد الوزيران المصري واليوناني اجتماعا في أثينا",
       "CONSULT.meet [اجتماعا] EGY:GOV GRC:GOV @ أثينا\n"},
  };
  check(rows);
}

TEST(Events, DeedNouns) {
  const Row rows[] = {
      {"غادر الموفد الفرنسي بيروت بعد لقائه الرئيس اللبناني",
       "CONSULT.meet [لقائه] FRA:GOV LBN:GOV\n"},
      {"زيارة الرئيس الصيني للجزائر ناجحة", "CONSULT.visit [زيارة] CHN:GOV -> DZA:GOV @ للجزائر\n"},
      {"أدت الاشتباكات بين الجيش اليمني والحوثيين إلى نزوح السكان",
       "ASSAULT [الاشتباكات] YEM:MIL YEM:REB\n"},
  };
  check(rows);
}

TEST(Events, ParticiplesStandAsVerbs) {
  const Row rows[] = {
      {"اختتم الوزير القطري مباحثاته في لندن، محذرا من تدهور الوضع في ليبيا",
       "CONSULT.meet [مباحثاته] QAT:GOV @ لندن\n"
       "STATEMENT.pessimism [محذرا] QAT:GOV\n"},
      {"غادر الوفد السوري القاعة منتقدا موقف واشنطن",
       "ACCUSE.disapprove [منتقدا] SYR:GOV -> USA:GOV\n"},
      {"عاد الرئيس العراقي إلى بغداد داعيا البرلمان إلى إقرار الموازنة",
       "REQUEST [داعيا] IRQ:GOV -> IRQ:LEG\n"},
  };
  check(rows);
}

TEST(Events, ProtestsHaveACrowd) {
  const Row rows[] = {
      {"تظاهر المئات في بيروت ضد الحكومة اللبنانية",
       "PROTEST.demo [تظاهر] LBN:CVL -> LBN:GOV @ بيروت\n"},
      {"شهدت تونس احتجاجات ضد الحكومة", "PROTEST.demo [احتجاجات] TUN:CVL -> TUN:GOV @ تونس\n"},
      {"تجددت المظاهرات في الخرطوم", "PROTEST.demo [المظاهرات] SDN:CVL @ الخرطوم\n"},
  };
  check(rows);
}

TEST(Events, ChargesAndDenials) {
  const Row rows[] = {
      {"اتهمت واشنطن دمشق بقصف المدنيين في حلب",
       "ACCUSE.allege [اتهمت] USA:GOV -> SYR:GOV @ حلب\n"
       "ASSAULT.heavy-weapons [بقصف] SYR:GOV -> SYR:CVL @ حلب\n"},
      {"أدان مجلس الأمن الهجوم الإرهابي في كابول", "ACCUSE.disapprove [أدان] UNO\n"},
      {"نفت موسكو قصف مستشفى في إدلب", "ASSAULT.heavy-weapons [قصف] RUS:GOV @ إدلب\n"},
      {"نفى وزير الخارجية الإماراتي لقاء نظيره الإيراني", "CONSULT.meet [لقاء] IRN:GOV ARE:GOV\n"},
      {"نفى المتحدث باسم الجيش التركي صحة التقارير", "STATEMENT.deny [نفى] TUR:MIL\n"},
  };
  check(rows);
}

TEST(Events, InvitationsHaveGuestAndHost) {
  const Row rows[] = {
      {"يدرس رئيس الوزراء العراقي دعوة إلى زيارة أنقرة",
       "AGREE.invite [دعوة] TUR:GOV -> IRQ:GOV\n"
       "CONSULT.visit [زيارة] IRQ:GOV -> TUR:GOV @ أنقرة\n"},
      {"دعا الرئيس المصري نظيره الروسي إلى زيارة القاهرة",
       "AGREE.invite [دعا] EGY:GOV -> RUS:GOV\n"
       "CONSULT.visit [زيارة] RUS:GOV -> EGY:GOV @ القاهرة\n"},
      {"تلقى الملك المغربي دعوة من الرئيس السنغالي لحضور القمة",
       "AGREE.invite [دعوة] SEN:GOV -> MAR:GOV\n"},
  };
  check(rows);
}

TEST(Events, RequestsAndRefusals) {
  const Row rows[] = {
      {"طلبت أوكرانيا من الاتحاد الأوروبي تشديد العقوبات على روسيا",
       "REQUEST [طلبت] UKR:GOV -> EUR\n"},
      {"دعا الأمين العام للأمم المتحدة طرفي النزاع إلى وقف إطلاق النار",
       "REQUEST.yield [دعا] UNO\n"},
      {"رفضت كوريا الشمالية طلب سيول عقد محادثات", "REJECT [رفضت] PRK:GOV -> KOR:GOV\n"},
  };
  check(rows);
}

TEST(Events, SeveralSides) {
  const Row rows[] = {
      {"بحث العاهل الأردني والرئيسان المصري والفرنسي الأزمة السورية في باريس",
       "CONSULT.meet [بحث] JOR:GOV EGY:GOV FRA:GOV\n"},
      {"عقد في جنيف اجتماع ثلاثي (روسيا، الولايات المتحدة، فرنسا)",
       "CONSULT.meet [اجتماع ثلاثي] RUS:GOV USA:GOV FRA:GOV @ جنيف\n"},
      {"اتفقت السعودية والعراق على فتح معبر عرعر",
       "AGREE [اتفقت] SAU:GOV IRQ:GOV\n"
       "RETREAT.access [فتح] SAU:GOV IRQ:GOV @ معبر عرعر\n"},
  };
  check(rows);
}

TEST(Events, Headlines) {
  const Row rows[] = {
      {"الرئيس الإيراني يزور موسكو الأسبوع المقبل",
       "CONSULT.visit [يزور] IRN:GOV -> RUS:GOV @ موسكو\n"},
      {"لافروف وكيري يبحثان الأزمة السورية هاتفيا", "CONSULT.phone [يبحثان] RUS:GOV USA:GOV\n"},
      {"واشنطن تفرض عقوبات على مسؤولين روس", "SANCTION.discontinue [عقوبات] USA:GOV -> RUS:GOV\n"},
  };
  check(rows);
}

TEST(Events, NoPoliticalDeed) {
  const Row rows[] = {
      {"زار المعرض آلاف الطلاب", ""},
      {"فاز المنتخب الأردني على نظيره العراقي", ""},
      {"هاجم الفريق مرمى خصمه طوال الشوط الثاني", ""},
  };
  check(rows);
}

}  // namespace
}  // namespace rasid
