//! What the values of a filter mean, as far as they mean the same everywhere: statuses, urgencies, who has it. Names of
//! municipalities and bodies stand in [`crate::domain::names`].

use super::{DaySaid, Field};
use crate::domain::{
    deadline::DeadlineKind,
    fold::fold,
    ids::{AccountId, SignalNumber},
    municipality,
    signal::{Status, Urgency},
};

/// Who has a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owned {
    /// The account given to the search.
    Me,
    /// Nobody, or somebody whose lease ended.
    Free,
    /// This account.
    Account(AccountId),
    /// Somebody whose folded name holds this.
    Named(String),
}

impl Owned {
    /// What a value means.
    pub fn read(value: &str) -> Self {
        match fold(value).as_str() {
            "ik" | "me" | "mij" | "mijn" | "mine" => Self::Me,
            "vrij" | "free" | "geen" | "none" => Self::Free,
            name => value.parse().map_or_else(|_| Self::Named(name.to_owned()), Self::Account),
        }
    }
}

/// Can this be a value of the field? `is_name` says whether a folded text stands in a name that is known: of municipalities and
/// places, of bodies, or of accounts, which are known by their id too.
pub fn is_known(field: Field, value: &str, is_name: &dyn Fn(Field, &str) -> bool) -> bool {
    match field {
        Field::Status => !statuses(value).is_empty(),
        Field::Urgency => !urgencies(value).is_empty(),
        Field::Number => SignalNumber::parse(value, 0).is_some(),
        Field::HardDate | Field::Received => DaySaid::read(value).is_some(),
        Field::Municipality | Field::Body => is_name(field, &fold(value)),
        Field::Owner => match Owned::read(value) {
            Owned::Me | Owned::Free => true,
            Owned::Account(account) => is_name(field, &account.to_string()),
            Owned::Named(name) => is_name(field, &name),
        },
    }
}

/// The words that stand for values of a field, in both languages; none where values are not listed.
pub fn words_of(field: Field) -> Vec<&'static str> {
    let split = |words: &'static str| words.split(' ').filter(|word| word.len() > 2);
    match field {
        Field::Status => STATUS_WORDS.iter().flat_map(|(_, words)| split(words)).collect(),
        Field::Urgency => URGENCY_WORDS.iter().flat_map(|(_, words)| split(words)).collect(),
        _ => vec![],
    }
}

/// Both languages, so that a filter works whatever the screen speaks.
const STATUS_WORDS: &[(Status, &str)] = &[
    (Status::Received, "received ontvangen"),
    (Status::Triage, "triage"),
    (Status::Waiting, "waiting wacht op informatie"),
    (Status::InProgress, "in_progress progress behandeling"),
    (Status::WithBody, "with_body body ligt bij instantie of ministerie"),
    (Status::Agreed, "agreed oplossing afgesproken"),
    (Status::Aftercare, "aftercare nazorg"),
    (Status::Closed, "closed afgesloten"),
    (Status::Referred, "referred doorverwezen"),
    (Status::OutOfScope, "out_of_scope scope buiten niet voor het loket"),
    (Status::Withdrawn, "withdrawn ingetrokken"),
];

/// What statuses are called in several words, folded.
const STATUS_NAMES: &[(Status, &str)] = &[
    (Status::Triage, "in triage"),
    (Status::Waiting, "wacht op informatie"),
    (Status::Waiting, "waiting for information"),
    (Status::InProgress, "in behandeling"),
    (Status::InProgress, "in progress"),
    (Status::WithBody, "ligt bij instantie of ministerie"),
    (Status::WithBody, "with body or ministry"),
    (Status::Agreed, "oplossing afgesproken"),
    (Status::Agreed, "solution agreed"),
    (Status::OutOfScope, "niet voor het loket"),
    (Status::OutOfScope, "not for the desk"),
];

/// Days that are said in several words, folded.
const DAY_NAMES: &[&str] = &["deze week", "this week", "volgende week", "next week"];

/// What people call municipalities beside their names, folded.
const TOWN_NAMES: &[&str] = &["den haag", "den bosch"];

/// The names of the field that only the deadline board has.
pub const KIND_FIELD: &[&str] = &["soort", "kind"];
/// What each kind of clock is called, folded; the beginning of one of its names is enough.
pub const KIND_NAMES: &[(DeadlineKind, &[&str])] = &[
    (DeadlineKind::Objection, &["bezwaartermijn", "objection"]),
    (DeadlineKind::TimeOut, &["time out", "timeout"]),
    (DeadlineKind::Threat, &["dreiging", "gebeurtenis", "threat", "event"]),
    (DeadlineKind::Moratorium, &["moratorium"]),
    (DeadlineKind::Bridging, &["overbrugging", "bridging"]),
    (DeadlineKind::Commitment, &["toezegging", "commitment"]),
    (DeadlineKind::Norm, &["servicenorm", "reactienorm", "norm", "service norm"]),
    (DeadlineKind::Snooze, &["wacht tot", "snooze", "snoozed"]),
    (DeadlineKind::CallBack, &["terugbellen", "callback", "call back"]),
    (DeadlineKind::Proposal, &["voorstel", "voorstel t/m", "bevestig t/m", "proposal", "proposal until", "confirm by"]),
];

/// Is this, of several words, a value of the field with this name, or the start of one? So a value goes on over a blank without
/// quotes.
pub fn goes_on(field: &str, value: &str) -> bool {
    let value = fold(value);
    let begins = |name: &str| name.starts_with(&value);
    match Field::named(field) {
        Some(Field::Status) => STATUS_NAMES.iter().any(|(_, name)| begins(name)),
        Some(Field::HardDate | Field::Received) => DAY_NAMES.iter().any(|name| begins(name)),
        Some(Field::Municipality) => {
            TOWN_NAMES.iter().any(|name| begins(name)) || municipality::all().iter().any(|one| begins(&fold(&one.name)))
        }
        Some(_) => false,
        None => {
            KIND_FIELD.contains(&fold(field).as_str()) && KIND_NAMES.iter().flat_map(|(_, names)| *names).any(|name| begins(name))
        }
    }
}

const URGENCY_WORDS: &[(Urgency, &str)] = &[
    (Urgency::Crisis, "crisis !!"),
    (Urgency::High, "high hoog !"),
    (Urgency::Normal, "normal normaal ."),
    (Urgency::Low, "low laag"),
];

/// The statuses that a value means; none when it is no word for one.
pub fn statuses(value: &str) -> Vec<Status> {
    match fold(value).as_str() {
        "open" => Status::ALL.iter().copied().filter(|status| status.is_open()).collect(),
        value if value.contains(' ') => {
            let begins = |(status, name): &(Status, &str)| name.starts_with(value).then_some(*status);
            let mut all: Vec<Status> = STATUS_NAMES.iter().filter_map(begins).collect();
            all.dedup();
            all
        }
        value => starting(STATUS_WORDS, value),
    }
}

/// The urgencies that a value means; none when it is no word for one.
pub fn urgencies(value: &str) -> Vec<Urgency> {
    starting(URGENCY_WORDS, &fold(value))
}

/// Those with exactly this word, or else those with a word that starts so.
fn starting<T: Copy>(words: &[(T, &str)], value: &str) -> Vec<T> {
    let with = |is: &dyn Fn(&str) -> bool| -> Vec<T> {
        words.iter().filter(|(_, list)| list.split(' ').any(is)).map(|(one, _)| *one).collect()
    };
    let exact = with(&|word| word == value);
    if exact.is_empty() { with(&|word| word.starts_with(value)) } else { exact }
}
