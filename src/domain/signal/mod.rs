//! A signal: one report of a stuck household by a professional. A case (casus) is a signal that was taken up: the same
//! entity, the same number, from report to closing.

#[cfg(test)]
pub mod bare;
pub mod call_back;
pub mod decide;
pub mod difference;
pub mod file;
pub mod shield;
mod source;
mod summary;
mod timeline;
pub use call_back::CallBack;
pub use file::{Attachment, Attempt, Decision, DocumentLink, PlanStep, SharingGround, Threat};
pub use shield::ShieldedField;
pub use source::Source;
pub use summary::{HardDate, HardDateKind, Owner, SignalSummary};
pub use timeline::{ContactMoment, Entry, EntryKind, Linked, LinkedVerb, NamedText, standing};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    arrangement::ArrangementDay,
    ids::{MunicipalityCode, OrganisationCode, SignalId, SignalNumber},
    role::coded_enum,
    share::SharedWith,
    text::RawText,
    time_out::DecisionSuspension,
};

coded_enum!(
    /// Where a signal stands.
    Status {
        /// Ontvangen.
        Received = "received",
        /// In triage.
        Triage = "triage",
        /// Wacht op informatie.
        Waiting = "waiting",
        /// In behandeling.
        InProgress = "in_progress",
        /// Ligt bij instantie of ministerie.
        WithBody = "with_body",
        /// Oplossing afgesproken.
        Agreed = "agreed",
        /// Nazorg.
        Aftercare = "aftercare",
        /// Afgesloten.
        Closed = "closed",
        /// Doorverwezen: the register was enough.
        Referred = "referred",
        /// Niet voor het loket.
        OutOfScope = "out_of_scope",
        /// Ingetrokken.
        Withdrawn = "withdrawn",
    }
);

impl Status {
    /// Still asks for work: neither closed nor a side exit.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Referred | Self::OutOfScope | Self::Withdrawn)
    }
}

coded_enum!(
    /// How it ended.
    Outcome {
        /// Opgelost binnen de regels.
        WithinRules = "within_rules",
        /// Maatwerk met afwijking.
        Deviation = "deviation",
        /// Doorbraak in het LET.
        Breakthrough = "breakthrough",
        /// Overbrugging.
        Bridging = "bridging",
        /// Niet opgelost.
        Unresolved = "unresolved",
        /// Doorverwezen.
        Referred = "referred",
    }
);

coded_enum!(
    /// How soon it must be dealt with; the order is the order of work.
    Urgency {
        /// Crisis, `!!`.
        Crisis = "crisis",
        /// Hoog, `!`.
        High = "high",
        /// Normaal, `.`.
        Normal = "normal",
        /// Laag, blank.
        Low = "low",
    }
);

impl Urgency {
    /// Is it as urgent, or more?
    pub fn is_at_least(self, other: Self) -> bool {
        let rank = |urgency| Self::ALL.iter().position(|one| *one == urgency);
        rank(self) <= rank(other)
    }

    /// The glyph that stands beside word and colour.
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Crisis => "!!",
            Self::High => "!",
            Self::Normal => ".",
            Self::Low => "",
        }
    }
}

coded_enum!(
    /// How it came in.
    Channel {
        /// Formulier.
        Form = "form",
        /// E-mail.
        Mail = "mail",
        /// Telefoon.
        Phone = "phone",
        /// Register.
        Register = "register",
        /// LET.
        Let = "let",
    }
);

coded_enum!(
    /// Life domains (leefgebieden), as the programme spells them.
    LifeDomain {
        /// Financiën.
        Finances = "financiën",
        /// Schulden & beslag.
        Debts = "schulden & beslag",
        /// Toeslagen.
        Benefits = "toeslagen",
        /// Werk & opleiding.
        Work = "werk & opleiding",
        /// Dagbesteding.
        DayActivities = "dagbesteding",
        /// Huisvesting.
        Housing = "huisvesting",
        /// Huiselijke relaties.
        Relations = "huiselijke relaties",
        /// Geestelijke gezondheid.
        MentalHealth = "geestelijke gezondheid",
        /// Lichamelijke gezondheid.
        PhysicalHealth = "lichamelijke gezondheid",
        /// Middelengebruik.
        SubstanceUse = "middelengebruik",
        /// Dagelijks leven.
        DailyLife = "dagelijks leven",
        /// Sociaal netwerk.
        SocialNetwork = "sociaal netwerk",
        /// Participatie.
        Participation = "participatie",
        /// Justitie.
        Justice = "justitie",
        /// Verblijf & identiteit.
        ResidenceAndIdentity = "verblijf & identiteit",
        /// Onderwijs (DUO).
        Education = "onderwijs (DUO)",
        /// Zorgverzekering & langdurige zorg.
        HealthInsurance = "zorgverzekering & langdurige zorg",
        /// Kinderen & veiligheid.
        Children = "kinderen & veiligheid",
    }
);

/// Who reported it (melder): a professional. Personal data: only in a single, logged read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Reporter {
    /// Name.
    pub name: RawText,
    /// Function title, as the reporter gives it.
    pub function: RawText,
    /// Organisation, as the reporter gives it.
    pub organisation: RawText,
    /// Phone number.
    pub phone: RawText,
    /// Mail address.
    pub mail: RawText,
}

/// An organisation in the stalemate, with its position (standpunt).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Body {
    /// Which organisation.
    pub organisation: OrganisationCode,
    /// What it says or does.
    #[serde(default)]
    pub position: RawText,
}

coded_enum!(
    /// Something a reader must know about a signal.
    Flag {
        /// A citizen service number was masked in an incoming text.
        BsnMasked = "bsn_masked",
    }
);

/// The facts of a signal that people write: what a report brings in and what may be changed afterwards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Facts {
    /// Title (onderwerp): the kind of problem and the bodies; no names, ages, diagnoses or nationalities. At most 200 characters.
    pub title: RawText,
    /// The account (toelichting) in the reporter's words. At most 100,000 characters.
    pub account: RawText,
    /// The reporter (melder).
    pub reporter: Reporter,
    /// The municipality (gemeente) of the household.
    pub municipality: Option<MunicipalityCode>,
    /// The household's reference, issued by loket (`H-7K2F`), never derived from a person.
    pub household: Option<String>,
    /// Life domains (leefgebieden).
    pub life_domains: Vec<LifeDomain>,
    /// Bodies (instanties) in the stalemate with their position.
    pub bodies: Vec<Body>,
    /// The stalemate (patstelling) in one sentence.
    pub stalemate: RawText,
    /// What was tried.
    pub tried: Vec<Attempt>,
    /// Threatening events with their dates.
    pub threats: Vec<Threat>,
    /// Running decisions.
    pub decisions: Vec<Decision>,
    /// The result the household wants.
    pub desired_by_household: RawText,
    /// The result the professional wants.
    pub desired_by_professional: RawText,
    /// Grounds for sharing.
    pub sharing_grounds: Vec<SharingGround>,
    /// Urgency.
    pub urgency: Option<Urgency>,
    /// Why this urgency.
    pub urgency_reason: RawText,
    /// Labels.
    pub labels: Vec<RawText>,
    /// Files that came along.
    pub attachments: Vec<Attachment>,
    /// Snoozed until (wacht tot).
    pub snoozed_until: Option<NaiveDate>,
    /// Linked signals.
    pub links: Vec<SignalNumber>,
    /// The plan (plan van aanpak): what is to be done, by whom, by when.
    pub plan: Vec<PlanStep>,
    /// Documents kept elsewhere.
    pub documents: Vec<DocumentLink>,
    /// What was achieved for the household (resultaat).
    pub result: RawText,
    /// The legal room that was used (benutte ruimte): a hardship clause, a deviation, with its article.
    pub legal_room: RawText,
    /// The breakthrough budget that was spent, in euro cents.
    pub budget_cents: Option<i64>,
}

/// A whole signal, as a single read gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Signal {
    /// Id.
    pub id: SignalId,
    /// Number.
    pub number: SignalNumber,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Channel.
    pub channel: Channel,
    /// Where an incoming report came from; nothing for one typed in loket.
    pub source: Option<Source>,
    /// Status.
    pub status: Status,
    /// Outcome, once closed.
    pub outcome: Option<Outcome>,
    /// The signal it went up in (samengevoegd): work goes on there, and nothing is written here any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<SignalNumber>,
    /// What people wrote.
    pub facts: Facts,
    /// Flags.
    pub flags: Vec<Flag>,
    /// Who has it: a lease that expires.
    pub owner: Option<Owner>,
    /// The first hard date: the earliest of threatening events, the ends to go by of running terms, the last days of moratoria and
    /// the days on which commitments are due. Decided by the server.
    pub hard_date: Option<HardDate>,
    /// Every running term of the decisions, in order of the day to go by. Decided by the server.
    pub terms: Vec<HardDate>,
    /// The days on which time-outs suspend its decisions. Written by the server.
    #[serde(default)]
    pub suspensions: Vec<DecisionSuspension>,
    /// Terugbellen: the calls that contact moments promised, one for each party, the first to make first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub call_backs: Vec<CallBack>,
    /// The days of its open moratoria, bridgings and commitments. Written by the server.
    #[serde(default)]
    pub arrangements: Vec<ArrangementDay>,
    /// With whom it is shared, up to and including when; a last day may have passed. Written by the server.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<SharedWith>,
    /// The organisation that reported it: that of the account, the desk's when absent.
    #[serde(default = "OrganisationCode::desk", skip_serializing_if = "OrganisationCode::is_desk")]
    pub reported_by: OrganisationCode,
    /// What there is of it that is shown only for a reveal; absent here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shielded: Vec<ShieldedField>,
    /// Timeline, newest first.
    pub timeline: Vec<Entry>,
}
