//! A message (bericht) that goes out about a case by mail: written as a draft, looked through, let go, and for thirty seconds still to be taken
//! back. Its Message-ID is made once, so that whatever is sent twice is the same message.

pub mod decide;
pub mod reply;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ids::{AccountId, EntryId, MessageId, OrganisationCode, SignalId, SignalNumber},
    role::coded_enum,
    text::RawText,
};

/// How long a message that was let go can be taken back.
pub const TAKE_BACK: TimeDelta = TimeDelta::seconds(30);

/// After how many minutes one that did not go is tried again; the last of them again and again.
pub const RETRIES: [i64; 3] = [1, 5, 30];

/// How long it is tried.
pub const TRIED_FOR: TimeDelta = TimeDelta::hours(24);

coded_enum!(
    /// What a message is.
    MessageKind {
        /// Ontvangstbevestiging: it came in, with its number.
        Acknowledgement = "acknowledgement",
        /// Antwoord.
        Reply = "reply",
        /// Doorverwijzing.
        Referral = "referral",
        /// Verzoek om informatie.
        Request = "request",
        /// Vrij bericht.
        Free = "free",
    }
);

coded_enum!(
    /// Where it stands.
    MessageState {
        /// Concept.
        Draft = "draft",
        /// It goes out at its moment.
        Outgoing = "outgoing",
        /// A mail server took it.
        Sent = "sent",
        /// It did not go, and is not tried any more.
        Failed = "failed",
        /// Taken back before it went.
        TakenBack = "taken-back",
        /// A draft that was thrown away; its text is empty.
        Discarded = "discarded",
    }
);

coded_enum!(
    /// To whom, by role.
    RecipientRole {
        /// Who reported the case. The address is shielded: the server fills it in when it sends.
        Reporter = "reporter",
        /// Somebody else, at the address that stands there.
        Other = "other",
    }
);

coded_enum!(
    /// Why it did not go. Never the words of a mail server: they name addresses.
    MessageFailure {
        /// The mail server was not reached, or broke off.
        Unreachable = "unreachable",
        /// No protected connection could be made.
        Unprotected = "unprotected",
        /// The mail server said: not now (4xx).
        NotNow = "not-now",
        /// The mail server said: no (5xx).
        Refused = "refused",
        /// There is no address to send it to, or none that can be used.
        NoAddress = "no-address",
    }
);

impl MessageFailure {
    /// May it be better the next time?
    pub fn may_pass(self) -> bool {
        matches!(self, Self::Unreachable | Self::Unprotected | Self::NotNow)
    }
}

/// To whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessageRecipient {
    /// By role.
    pub role: RecipientRole,
    /// The name; not of the reporter, whose name stands in the case.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub name: RawText,
    /// The organisation, where it is one loket knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// The address; not of the reporter.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub mail: RawText,
}

impl MessageRecipient {
    /// Who reported the case.
    pub fn reporter() -> Self {
        Self { role: RecipientRole::Reporter, name: RawText::default(), organisation: None, mail: RawText::default() }
    }

    /// By what the timeline names them: the role, else the organisation, else the name. Never an address.
    pub fn label(&self) -> RawText {
        match (self.role, &self.organisation) {
            (RecipientRole::Reporter, _) => self.role.code().into(),
            (RecipientRole::Other, Some(code)) => code.as_str().into(),
            (RecipientRole::Other, None) if self.name.is_blank() => self.role.code().into(),
            (RecipientRole::Other, None) => self.name.clone(),
        }
    }
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessageFacts {
    /// What it is.
    pub kind: MessageKind,
    /// To whom.
    pub to: MessageRecipient,
    /// The subject. The number of the case is added where it lacks: a reply is known by it.
    pub subject: RawText,
    /// The text, plain.
    pub text: RawText,
    /// The entry of the timeline it answers: a mail that came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_reply_to: Option<EntryId>,
}

/// That it did not go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MessageFailed {
    /// Why.
    pub why: MessageFailure,
    /// What the mail server answered, as its three digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Id.
    pub id: MessageId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The case.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// Its Message-ID, without the brackets: made once.
    pub message_id: String,
    /// What is written.
    pub facts: MessageFacts,
    /// Where it stands.
    pub state: MessageState,
    /// When it was written.
    pub made_at: DateTime<Utc>,
    /// Who wrote it.
    pub made_by: AccountId,
    /// The name of who.
    pub made_by_name: RawText,
    /// Who let it go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released_by: Option<AccountId>,
    /// The name of who.
    #[serde(default, skip_serializing_if = "RawText::is_blank")]
    pub released_by_name: RawText,
    /// The moment from which it goes, thirty seconds after it was let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release_at: Option<DateTime<Utc>>,
    /// The moment it is tried, or tried again; nothing: it is not to be sent now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub try_at: Option<DateTime<Utc>>,
    /// How often it was tried and did not go.
    #[serde(default)]
    pub attempts: u32,
    /// Why it did not go the last time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<MessageFailed>,
    /// When a mail server took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<DateTime<Utc>>,
}

impl Message {
    /// Is the time over in which it is tried?
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        self.release_at.is_some_and(|at| now >= at + TRIED_FOR)
    }
}

/// The address as two addresses are compared.
pub fn folded_address(address: &str) -> String {
    address.trim().to_lowercase()
}

/// Is it a mail address as loket sends to one: `name@host.tld`, of printable ASCII, with nothing that could end a header?
pub fn is_address(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let fits = |text: &str, also: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || also.as_bytes().contains(&byte));
    let labels = host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    text.len() <= 254
        && !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && fits(local, "!#$%&'*+-/=?^_`{|}~.")
        && fits(host, "-.")
        && host.contains('.')
        && labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_nothing_that_could_end_a_header() {
        for good in ["a@voorbeeld.nl", "jan.de-wit+loket@gemeente.voorbeeld.nl", "O'Brien@voorbeeld.nl"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@voorbeeld.nl",
            "a@",
            "a@nl",
            "a@@voorbeeld.nl",
            "a b@voorbeeld.nl",
            "a@voorbeeld.nl\r\nBcc: b@voorbeeld.nl",
            "a@voorbeeld.nl\n",
            "a,b@voorbeeld.nl",
            "<a@voorbeeld.nl>",
            "a@voorbeeld..nl",
            "a@-voorbeeld.nl",
            "é@voorbeeld.nl",
            "a\0@voorbeeld.nl",
        ] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_counts_as_an_address_is_one_line_of_ascii(text in "\\PC*@?[\\x00-\\x7f]{0,30}") {
            if is_address(&text) {
                proptest::prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()));
                proptest::prop_assert_eq!(text.matches('@').count(), 1);
            }
        }
    }
}
