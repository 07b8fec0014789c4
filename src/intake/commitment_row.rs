//! One record of a file of commitments to a commitment about a case, with how it was closed where the file says so.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{
    arrangement::{ArrangementState, Closing},
    check::Checked,
    commitment::{CommitmentFacts, CommitmentSource, Due},
    fold::fold,
    ids::OrganisationCode,
    signal::Source,
    text::RawText,
};

use super::{
    cell::Cells,
    context::Context,
    finding::{Finding, Reason},
    record::{Record, Schema},
    source,
};

/// The columns of a file of commitments.
pub(super) const SCHEMA: Schema = Schema {
    columns: &[
        "zaak",
        "kenmerk",
        "toezegging",
        "organisatie",
        "persoon",
        "aan",
        "uiterlijk",
        "bron",
        "toegezegd_op",
        "stand",
        "stand_op",
        "bewijs",
    ],
    also: &[
        ("case", "zaak"),
        ("signaal", "zaak"),
        ("signal", "zaak"),
        ("reference", "kenmerk"),
        ("kenmerk_extern", "kenmerk"),
        ("commitment", "toezegging"),
        ("what", "toezegging"),
        ("wat", "toezegging"),
        ("body", "organisatie"),
        ("organisation", "organisatie"),
        ("instantie", "organisatie"),
        ("person", "persoon"),
        ("to", "aan"),
        ("due", "uiterlijk"),
        ("source", "bron"),
        ("promised_on", "toegezegd_op"),
        ("state", "stand"),
        ("state_on", "stand_op"),
        ("evidence", "bewijs"),
    ],
    required: &[&["zaak", "kenmerk"], &["toezegging"], &["organisatie"], &["uiterlijk"]],
    other: || (&super::signal_row::SCHEMA, "loket signal import"),
};

/// The system in which a case has the reference of whoever sent it.
const SENDERS_REFERENCE: &str = "kenmerk";

/// What a source is called when it was a phone call, folded.
const PHONE_CALL: [&str; 6] = ["telefoon", "telefoongesprek", "gebeld", "phone", "phone call", "phone-call"];

/// A commitment as a file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CommitmentRow {
    /// The case: its number, or `kenmerk:` and the reference it came in under.
    pub signal: String,
    /// What tells it from every other row: case aside, what was promised by whom to whom, and the day it is due.
    pub imported_from: Source,
    /// What was promised.
    pub facts: CommitmentFacts,
    /// How it was closed; nothing: it is open.
    pub closed: Option<ClosedRow>,
}

/// How a commitment of a file was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClosedRow {
    /// Kept, or lapsed.
    pub how: Closing,
    /// On this day.
    pub on: NaiveDate,
    /// What shows it, or why.
    pub text: RawText,
}

/// Reads a row whole, or names every fault in it.
pub(super) fn read(record: &Record, context: &Context, remarks: &mut Vec<Finding>) -> Result<CommitmentRow, Vec<Finding>> {
    let mut cells = Cells::new(&SCHEMA, record, context, remarks);
    for column in ["toezegging", "organisatie", "uiterlijk"] {
        cells.required(column);
    }
    let signal = signal(&mut cells);
    let due = cells.date("uiterlijk");
    let organisation = match cells.word("organisatie") {
        "" => None,
        value => cells.organisation("organisatie", value),
    };
    let (source, evidence) = origin(&mut cells);
    let facts = CommitmentFacts {
        text: cells.text("toezegging"),
        organisation: organisation.unwrap_or_else(|| OrganisationCode(String::new())),
        person: cells.trimmed("persoon"),
        to: cells.trimmed("aan"),
        source,
        // A row without a day was given a fault.
        due: Due::on(due.unwrap_or_default()),
        evidence,
    };
    let (closed, evidence) = closed(&mut cells, &facts.evidence);
    let facts = CommitmentFacts { evidence, ..facts };
    let identity =
        (facts.organisation.as_str(), facts.text.raw().trim(), facts.due.on, fold(facts.person.raw()), fold(facts.to.raw()));
    let row = CommitmentRow { signal, imported_from: source::of("", "", &identity), facts, closed };
    cells.finish(row, |row| row.facts.check("/facts", &context.organisation_codes), column_of_pointer)
}

/// One of the two ways to name a case.
fn signal(cells: &mut Cells<'_>) -> String {
    let names = || ["zaak", "kenmerk"].map(str::to_owned).to_vec();
    match (cells.word("zaak"), cells.word("kenmerk")) {
        ("", "") => {
            cells.fault("zaak", Reason::OneRequired { names: names() });
            String::new()
        }
        (number, "") => number.to_owned(),
        ("", reference) => source::of(SENDERS_REFERENCE, reference, &()).to_string(),
        _ => {
            cells.fault("kenmerk", Reason::OneOnly { names: names() });
            String::new()
        }
    }
}

/// Where it was made. A phone call is known to loket; anything else stays as it was written.
fn origin(cells: &mut Cells<'_>) -> (Option<CommitmentSource>, RawText) {
    let on = cells.date("toegezegd_op");
    let word = cells.word("bron");
    if PHONE_CALL.contains(&fold(word).as_str()) {
        if cells.is_empty("toegezegd_op") {
            cells.fault("toegezegd_op", Reason::Required);
        }
        return (on.map(|on| CommitmentSource::PhoneCall { on }), RawText::default());
    }
    if word.is_empty() {
        if !cells.is_empty("toegezegd_op") {
            cells.fault("toegezegd_op", Reason::WithoutColumn { needs: "bron".into() });
        }
        return (None, RawText::default());
    }
    let written = cells.trimmed("bron");
    let written = on.map_or(written.clone(), |on| format!("{}, {}", written.raw(), on.format("%d-%m-%Y")).into());
    (None, written)
}

/// How it was closed, and what shows that it was made.
fn closed(cells: &mut Cells<'_>, origin: &RawText) -> (Option<ClosedRow>, RawText) {
    let context = cells.context;
    let state = cells.one_of("stand", &context.commitment_states);
    let on = cells.date("stand_op");
    let said = cells.text("bewijs");
    let both = match (origin.is_blank(), said.is_blank()) {
        (_, true) => origin.clone(),
        (true, false) => said.clone(),
        (false, false) => format!("{}\n{}", origin.raw(), said.raw()).into(),
    };
    let how = match state {
        Some(ArrangementState::Kept) => Closing::Keep,
        Some(ArrangementState::Cancelled) => Closing::Lapse,
        _ => {
            if !cells.is_empty("stand_op") && cells.is_empty("stand") {
                cells.fault("stand_op", Reason::WithoutColumn { needs: "stand".into() });
            }
            return (None, both);
        }
    };
    cells.required("stand_op");
    if how == Closing::Lapse {
        // Nothing lapses without a reason.
        cells.required("bewijs");
        return (on.map(|on| ClosedRow { how, on, text: said }), origin.clone());
    }
    (on.map(|on| ClosedRow { how, on, text: both.clone() }), both)
}

/// The column a fault of the server is about.
pub fn column_of_pointer(pointer: &str) -> Option<&'static str> {
    const COLUMNS: &[(&str, &str)] = &[
        ("/signal", "zaak"),
        ("/facts/text", "toezegging"),
        ("/facts/organisation", "organisatie"),
        ("/facts/person", "persoon"),
        ("/facts/to", "aan"),
        ("/facts/due", "uiterlijk"),
        ("/facts/source", "toegezegd_op"),
        ("/facts/evidence", "bron"),
        ("/on", "stand_op"),
        ("/evidence", "bewijs"),
        ("/reason", "bewijs"),
    ];
    COLUMNS.iter().find(|(start, _)| pointer.starts_with(start)).map(|(_, column)| *column)
}
