//! The timeline of a signal: what happened to it, by whom, newest first.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::{
    clock_time::ClockTime,
    confirmation::ConfirmedAction,
    ids::{AccountId, EntryId, OrganisationCode},
    role::coded_enum,
    text::RawText,
    time_out::TimeOutEnding,
};

coded_enum!(
    /// What an entry in the timeline is.
    EntryKind {
        /// The report itself.
        Received = "received",
        /// Notitie.
        Note = "note",
        /// Contactmoment: somebody was called.
        Contact = "contact",
        /// A change of a field or status.
        Change = "change",
        /// Claimed (op naam gezet).
        Claim = "claim",
        /// Released (vrijgegeven).
        Release = "release",
        /// Something happened to a time-out of the signal.
        TimeOut = "time-out",
        /// Something happened to a moratorium.
        Moratorium = "moratorium",
        /// Something happened to a bridging (overbrugging).
        Bridging = "bridging",
        /// Something happened to a commitment (toezegging).
        Commitment = "commitment",
        /// Something happened to it on an agenda of the LET.
        Agenda = "agenda",
        /// It was shared with another organisation, or that was ended.
        Share = "share",
        /// Noodinzage: somebody outside opened it without the right to, or that was judged.
        EmergencyAccess = "emergency-access",
        /// Uitvoer: it left in a file with other cases.
        Export = "export",
        /// Bericht: a mail went out about it, or one came in.
        Mail = "mail",
        /// Somebody was shown what is shielded; the text holds the codes of the fields.
        Reveal = "reveal",
        /// Samenvoegen: it took another signal in, or went up in one, or that was taken back.
        Merge = "merge",
    }
);

coded_enum!(
    /// What happened to something that belongs to the signal.
    LinkedVerb {
        /// Voorgesteld: nothing moves until another confirms.
        Proposed = "proposed",
        /// One person started it in an emergency.
        EmergencyStarted = "emergency-started",
        /// A second person confirmed it: now it counts.
        Confirmed = "confirmed",
        /// A second person rejected it.
        Rejected = "rejected",
        /// Who proposed it withdrew it.
        Withdrawn = "withdrawn",
        /// Nobody confirmed it in time.
        Expired = "expired",
        /// Its last day passed.
        Lapsed = "lapsed",
        /// The body was told.
        ToldBody = "told-body",
        /// The body confirmed it.
        BodyConfirmed = "body-confirmed",
        /// It was recorded (vastgelegd).
        Recorded = "recorded",
        /// What was recorded was corrected.
        Corrected = "corrected",
        /// It ended before its last day.
        Ended = "ended",
        /// Who pays was settled (verrekend).
        Settled = "settled",
        /// Nagekomen.
        Kept = "kept",
        /// Vervallen: it need not be kept any more.
        Cancelled = "cancelled",
        /// It was closed by mistake, and is open again.
        Reopened = "reopened",
        /// It was put on the agenda of a meeting.
        Placed = "placed",
        /// It went to the agenda of another meeting.
        Moved = "moved",
        /// It was taken off an agenda: it is a candidate again.
        TakenOff = "taken-off",
        /// It is no candidate any more.
        Dropped = "dropped",
        /// The agenda it is on was fixed.
        Fixed = "fixed",
        /// The meeting was held.
        Held = "held",
        /// That the meeting was held is taken back.
        Unheld = "unheld",
        /// The LET decided about it.
        Decided = "decided",
        /// What was decided was corrected.
        DecisionChanged = "decision-changed",
        /// A decision was taken back.
        DecisionWithdrawn = "decision-withdrawn",
        /// The decisions about it were sent.
        DecisionsSent = "decisions-sent",
        /// It took the other signal in.
        Merged = "merged",
        /// It went up in the other signal.
        MergedInto = "merged-into",
        /// The two are apart again.
        Parted = "parted",
        /// It went out.
        Sent = "sent",
        /// It did not go out, and is not tried any more.
        NotSent = "not-sent",
        /// It came in.
        CameIn = "came-in",
    }
);

/// What happened to something that belongs to the signal. The kind of entry says to what; why is the entry's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Linked {
    /// The id of the time-out, moratorium, bridging, commitment, item of an agenda, share, emergency access, export, other signal or
    /// message.
    #[schema(value_type = String, format = "uuid")]
    pub id: Uuid,
    /// Which one, in words; of an agenda the number of the meeting, of a share or an emergency access the code of the
    /// organisation, of an export who gets it, of another signal its number, of a message to or from whom by role.
    pub label: RawText,
    /// What happened.
    pub verb: LinkedVerb,
    /// What was proposed, confirmed, rejected, withdrawn or not confirmed in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ConfirmedAction>,
    /// What made a time-out end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<TimeOutEnding>,
    /// The day it gives or would give: the last day, the day to settle or to keep it; where it stops, the first day without it;
    /// where a body was told or something was done, that day; of an agenda the day of the
    /// meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// That day as it was, where it moves or would move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<NaiveDate>,
    /// The fields that were corrected, or the parts that were shared, or what was taken over from another signal, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// What the other signal said and this one says otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<NamedText>,
}

/// What stood in a field of another signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NamedText {
    /// The field: `account`, `reporter.name`.
    pub field: String,
    /// What stood in it; empty where it is shielded, and still stands in the other signal.
    #[serde(default)]
    pub text: RawText,
}

/// One entry in the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Id.
    pub id: EntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// What it is.
    pub kind: EntryKind,
    /// Who made it; nothing for the system.
    pub by: Option<AccountId>,
    /// The name of who made it, as it was then.
    pub by_name: RawText,
    /// The organisation of who made it, when that is not the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// The text: a note, what was agreed, or for a change the field's name.
    pub text: RawText,
    /// For a contact moment.
    pub contact: Option<ContactMoment>,
    /// For a change: the value before.
    pub old: Option<RawText>,
    /// For a change: the value after.
    pub new: Option<RawText>,
    /// For a time-out, moratorium, bridging, commitment or agenda: what happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linked: Option<Linked>,
}

impl Entry {
    /// Does a later entry of this timeline say that it was otherwise?
    pub fn is_corrected(&self, timeline: &[Self]) -> bool {
        let corrects = |entry: &Self| entry.contact.as_ref().is_some_and(|contact| contact.corrects == Some(self.id));
        self.contact.is_some() && timeline.iter().any(corrects)
    }
}

/// A contact moment: called whom, reached or not, what was agreed, when to call back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactMoment {
    /// Who was called: a name or an organisation.
    pub with: RawText,
    /// Was the other side reached?
    pub reached: bool,
    /// What was agreed; may be empty when nobody was reached.
    #[serde(default)]
    pub agreed: RawText,
    /// Call back on this day.
    #[serde(default)]
    pub call_back_on: Option<NaiveDate>,
    /// At this time of that day, when one was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_back_at: Option<ClockTime>,
    /// The entry of the contact moment that this one corrects: that one stays in the timeline, and counts no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<EntryId>,
    /// Of a correction: there was no such contact. What else it says is that of the one it corrects.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// The contact moments that stand, oldest first: a correction is in the place of what it corrects, and what was withdrawn is
/// gone. `timeline` is newest first, as a signal has it.
pub fn standing(timeline: &[Entry]) -> Vec<&Entry> {
    let mut standing: Vec<&Entry> = vec![];
    for entry in timeline.iter().rev() {
        let Some(contact) = &entry.contact else { continue };
        match contact.corrects {
            None => standing.push(entry),
            Some(corrected) => {
                if let Some(at) = standing.iter().position(|one| one.id == corrected) {
                    standing[at] = entry;
                }
            }
        }
    }
    standing.retain(|entry| entry.contact.as_ref().is_some_and(|contact| !contact.withdrawn));
    standing
}
