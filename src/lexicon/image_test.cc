// SPDX-License-Identifier: Apache-2.0
// The image: the same from any order of sources, refused when it is not whole, and never read
// outside of itself.
#include "lexicon/image.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <random>

#include "lexicon/dump.h"
#include "lexicon/testing.h"

namespace rasid {
namespace {

constexpr std::string_view kWords = R"(%rec: Word

id: w.wazir
lemma: وزير
pos: noun
plural: وزراء
human: yes

id: w.qala
lemma: قال
pos: verb
root: q.w.l
form: 1
present: يقول
masdar: قول
)";
constexpr std::string_view kFrames = R"(%rec: Frame

id: frame.say
verb: قال
phrase: ~قول ~وزير
event: STATEMENT
yes: قال الوزير إنه موافق
+ actor = الوزير

%rec: State

id: EGY
code: EGY
name: مصر
name: جمهورية مصر العربية
adjective: مصري
)";

std::vector<SourceFile> sources() {
  return {{"words/w.rec", std::string(kWords)},
          {"frames/f.rec", std::string(kFrames)},
          {"words/names.tsv", "%tsv: GivenName gender name\nm\tأحمد\nf\tفاطمة\n"},
          {"RETIRED", "# none\n"}};
}

// A heap block of just the image's size, so that ASan sees any over-read.
class Exact {
 public:
  explicit Exact(std::string_view bytes) : size_(bytes.size()), block_(new char[bytes.size()]) {
    std::copy(bytes.begin(), bytes.end(), block_.get());
  }
  std::string_view bytes() const { return {block_.get(), size_}; }

 private:
  size_t size_;
  std::unique_ptr<char[]> block_;
};

std::string resealed(std::string image) {
  if (image.size() < sizeof(ImageHeader)) return image;
  const uint64_t checksum = image_checksum(image);
  std::memcpy(image.data() + offsetof(ImageHeader, checksum), &checksum, sizeof checksum);
  return image;
}

TEST(Image, AnyOrderOfSourcesGivesTheSameBytes) {
  std::vector<SourceFile> files = sources();
  const std::string image = test::image(files);
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path > b.path; });
  do {
    EXPECT_EQ(test::image(files), image);
  } while (std::next_permutation(
      files.begin(), files.end(),
      [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; }));
}

TEST(Image, OtherSourcesGiveAnotherVersion) {
  const Lexicon one = test::lexicon(sources());
  EXPECT_EQ(one.version().size(), 16u);
  EXPECT_EQ(test::lexicon(sources()).version(), one.version());
  std::vector<SourceFile> files = sources();
  files[0].bytes += "# a word more\n";
  EXPECT_NE(test::lexicon(files).version(), one.version());
}

TEST(Image, RefusesWhatIsNotItsOwn) {
  const std::string good = test::image(sources());
  const auto refusal = [](const std::string& image) {
    const Result<Lexicon> opened = Lexicon::open(image);
    return opened ? std::string("opened") : opened.error().what;
  };
  const auto with = [&](size_t at, char value) {
    std::string image = good;
    image[at] = value;
    return image;
  };
  EXPECT_EQ(refusal(good), "opened");
  EXPECT_EQ(refusal(""), "the lexicon image is too short");
  EXPECT_EQ(refusal(good.substr(0, 100)), "the lexicon image is too short");
  EXPECT_EQ(refusal(good.substr(0, good.size() - 1)), "the lexicon image has a wrong size");
  EXPECT_EQ(refusal(good + "x"), "the lexicon image has a wrong size");
  EXPECT_EQ(refusal(with(0, 'X')), "the lexicon image is no lexicon image");
  EXPECT_EQ(refusal(with(offsetof(ImageHeader, byte_order), 1)),
            "the lexicon image is of a machine of the other byte order");
  EXPECT_EQ(refusal(with(offsetof(ImageHeader, version), 99)).substr(0, 32),
            "the lexicon image has format 99,");
  EXPECT_EQ(refusal(with(offsetof(ImageHeader, features), 1)),
            "the lexicon image needs a newer program");
  EXPECT_EQ(refusal(with(good.size() - 1, 'X')), "the lexicon image has a wrong checksum");
}

TEST(Image, EveryCutIsRefused) {
  const std::string good = test::image(sources());
  for (size_t size = 0; size < good.size(); size += 97) {
    const Exact cut(resealed(good.substr(0, size)));
    EXPECT_FALSE(Lexicon::open(cut.bytes()));
    EXPECT_FALSE(Lexicon::open(cut.bytes(), true));
  }
}

// Whatever stands in the image, with its checksum right: it is refused or safe to use.
TEST(Image, ForgedImagesLeadNowhere) {
  const std::string good = test::image(sources());
  std::mt19937 random(20131115);
  uint64_t sum = 0;
  int opened = 0;
  for (int round = 0; round < 400; ++round) {
    std::string image = good;
    for (int change = 0; change < 1 + round % 4; ++change) {
      const size_t words = image.size() / 4;
      // Half of the changes hit the small numbers in front, where sections are described.
      const size_t at = random() % (change % 2 == 0 ? words : words / 8) * 4;
      const uint32_t values[] = {0,          1,       0xFFFFFFFF,
                                 0x7FFFFFFF, 0x10000, static_cast<uint32_t>(random())};
      std::memcpy(image.data() + at, &values[random() % 6], 4);
    }
    const Exact forged(resealed(std::move(image)));
    const Result<Lexicon> lexicon = Lexicon::open(forged.bytes());
    if (!lexicon) continue;
    ++opened;
    sum += test::visit(*lexicon);
  }
  EXPECT_GT(opened, 0);
  EXPECT_NE(sum, 1u);
}

TEST(Image, EmptyLexicon) {
  const Lexicon lexicon = test::lexicon("");
  EXPECT_EQ(lexicon.entry_count(), 0u);
  EXPECT_TRUE(lexicon.forms("zAr").empty());
  EXPECT_EQ(lexicon.step(Lexicon::kRoot, "mSr"), kNone);
  EXPECT_GT(test::visit(lexicon), 0u);
}

TEST(Image, AccessorsTakeAnyNumber) {
  const Lexicon lexicon = test::lexicon(sources());
  EXPECT_TRUE(lexicon.lemma(kNone).text.empty());
  EXPECT_TRUE(lexicon.terms_of(kNone).empty());
  EXPECT_TRUE(lexicon.terms_at(kNone).empty());
  EXPECT_EQ(lexicon.step(kNone, "wzyr"), kNone);
  EXPECT_EQ(lexicon.step_lemma(0, kNone), kNone);
  EXPECT_TRUE(lexicon.entry(kNone).id().empty());
  EXPECT_EQ(lexicon.entry(kNone).field_count(), 0u);
  EXPECT_EQ(lexicon.entry_named("nobody"), kNone);
}

TEST(Image, FormsAreWalkedByLemma) {
  const Lexicon lexicon = test::lexicon(sources());
  LemmaId before = 0;
  size_t count = 0;
  const Forms forms = lexicon.forms("qwl");  // the masdar, and the verb's imperative or jussive
  for (const Form& form : forms) {
    EXPECT_GE(form.lemma, before);
    before = form.lemma;
    ++count;
  }
  EXPECT_EQ(count, forms.size());
  EXPECT_FALSE(forms.empty());
  EXPECT_EQ(forms.front().lemma, (*forms.begin()).lemma);
}

}  // namespace
}  // namespace rasid
