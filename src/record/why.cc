// SPDX-License-Identifier: Apache-2.0
// The trail of one record: which rule and which entry gave each part of it.
#include "record/records.h"

namespace rasid {
namespace {

class Trail {
 public:
  Trail(const Document& document, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon) {}
  std::vector<std::string> of(const Event& event, const Claim& claim);

 private:
  std::string words(Span span) const {
    return "\"" + std::string(slice(document_.article.text, span)) + "\"";
  }
  std::string source(EntryId entry) const;
  std::string of_role(const Role& role) const;
  std::string of_mention(const Mention& mention) const;
  std::string of_moment(const Moment& moment) const;
  std::string of_status(const Claim& claim) const;

  const Document& document_;
  const Lexicon& lexicon_;
};

// ", id (file:line)", or nothing where no entry had a part in it.
std::string Trail::source(EntryId entry) const {
  if (entry >= lexicon_.entry_count()) return "";
  const Entry e = lexicon_.entry(entry);
  return ", " + std::string(e.id()) + " (" + std::string(e.file()) + ":" +
         std::to_string(e.line()) + ")";
}

std::string rule_text(const char* rule) { return *rule ? std::string(", ") + rule : std::string(); }

std::string Trail::of_mention(const Mention& mention) const {
  std::string out =
      std::string(name_of(mention.kind)) + rule_text(mention.rule) + source(mention.entry);
  for (uint32_t p = 0; p < mention.participants; ++p) {
    const Participant& who =
        document_.participants[document_.stands_for[mention.first_participant + p]];
    out += " = " + std::string(who.code.view());
    if (!who.sector.empty()) out += ":" + std::string(who.sector.view());
    if (who.entry != mention.entry) out += source(who.entry);
    out += source(who.office);
  }
  return out;
}

std::string Trail::of_role(const Role& role) const {
  const std::string start = std::string(name_of(role.kind)) + ": ";
  if (role.mention >= document_.mentions.size())
    return start + words(role.span) + rule_text(role.rule);
  const Mention& mention = document_.mentions[role.mention];
  return start + words(mention.span) + rule_text(role.rule) + "; " + of_mention(mention);
}

std::string Trail::of_moment(const Moment& moment) const {
  std::string out = "date: " + words(moment.span);
  if (moment.basis == Basis::none)
    return out + ", not resolved" + rule_text(moment.rule) + source(moment.entry);
  out += " = " + moment.start.iso();
  if (moment.finish.known()) out += ".." + moment.finish.iso();
  return out + ", " + std::string(name_of(moment.basis)) + rule_text(moment.rule) +
         source(moment.entry);
}

std::string Trail::of_status(const Claim& claim) const {
  std::string out = "status: " + std::string(name_of(claim.status));
  if (!claim.cue.empty()) out += " by " + words(claim.cue);
  return out + rule_text(claim.status_rule) + source(claim.cue_entry);
}

std::vector<std::string> Trail::of(const Event& event, const Claim& claim) {
  std::vector<std::string> out;
  std::string type(event.category);
  if (!event.mode.empty()) type += "." + std::string(event.mode);
  out.push_back("event: " + type + " by " + words(event.trigger) + source(event.frame));
  for (uint32_t i = 0; i < event.roles; ++i)
    out.push_back(of_role(document_.roles[event.first_role + i]));
  if (event.moment < document_.moments.size())
    out.push_back(of_moment(document_.moments[event.moment]));
  if (event.place < document_.mentions.size()) {
    const Mention& place = document_.mentions[event.place];
    out.push_back("place: " + words(place.span) + source(place.place));
  }
  out.push_back(of_status(claim));
  for (uint32_t i = 0; i < claim.speakers; ++i) {
    const uint32_t speaker = document_.speakers[claim.first_speaker + i];
    if (speaker >= document_.mentions.size()) continue;
    const Mention& mention = document_.mentions[speaker];
    out.push_back("said by: " + words(mention.span) + rule_text(claim.speaker_rule) +
                  source(claim.speech_entry) + "; " + of_mention(mention));
  }
  return out;
}

}  // namespace

std::vector<std::string> why(const Document& document, const Lexicon& lexicon, uint32_t number) {
  if (number >= document.events.size() || number >= document.claims.size()) return {};
  return Trail(document, lexicon).of(document.events[number], document.claims[number]);
}

}  // namespace rasid
