//! One record of a signal file to a new signal.

use crate::{
    api::signal::{NewSignal, Origin},
    domain::{
        check,
        ids::OrganisationCode,
        signal::{Body, Channel, Decision, Facts, Reporter, Threat},
        text::RawText,
    },
};

use super::{
    cell::{Cells, split},
    context::Context,
    finding::{Finding, Reason},
    record::{Record, Schema},
    source,
};

/// The columns of a signal file.
pub(super) const SCHEMA: Schema = Schema {
    columns: &[
        "kenmerk_extern",
        "ontvangen_op",
        "kanaal",
        "melder_naam",
        "melder_functie",
        "melder_organisatie",
        "melder_telefoon",
        "melder_email",
        "gemeente",
        "titel",
        "toelichting",
        "leefgebieden",
        "instanties",
        "gebeurtenis",
        "gebeurtenis_datum",
        "besluit_organisatie",
        "besluit_kenmerk",
        "besluit_bekend_op",
        "urgentie",
    ],
    also: &[],
    required: &[&["ontvangen_op"], &["kanaal"], &["titel"]],
    other: || (&super::officer_row::SCHEMA, "loket register import"),
};

/// Reads a row whole, or names every fault in it.
pub(super) fn read(record: &Record, context: &Context, remarks: &mut Vec<Finding>) -> Result<NewSignal, Vec<Finding>> {
    let mut cells = Cells::new(&SCHEMA, record, context, remarks);
    for column in ["ontvangen_op", "kanaal", "titel"] {
        cells.required(column);
    }
    let received_at = cells.moment("ontvangen_op");
    let channel = cells.one_of("kanaal", &context.channels).unwrap_or(Channel::Form);
    let municipality = match cells.word("gemeente") {
        "" => None,
        value => cells.municipality("gemeente", value),
    };
    let facts = Facts {
        title: cells.text("titel"),
        account: cells.text("toelichting"),
        reporter: Reporter {
            name: cells.text("melder_naam"),
            function: cells.text("melder_functie"),
            organisation: cells.text("melder_organisatie"),
            phone: cells.trimmed("melder_telefoon"),
            mail: cells.trimmed("melder_email"),
        },
        municipality,
        life_domains: cells.several("leefgebieden", &[',', ';'], &context.life_domains),
        bodies: bodies(&mut cells),
        threats: threat(&mut cells).into_iter().collect(),
        decisions: decision(&mut cells).into_iter().collect(),
        urgency: cells.one_of("urgentie", &context.urgencies),
        ..Facts::default()
    };
    let reference = cells.trimmed("kenmerk_extern");
    let source = source::of("kenmerk", reference.raw(), &(received_at, channel, &facts));
    let new = NewSignal { received_at, channel, source: Some(source), origin: Origin::Incoming, answers: vec![], facts };
    let checked = |new: &NewSignal| check::facts(&new.facts, "/facts", &context.municipality_codes, &context.organisation_codes);
    cells.finish(new, checked, column_of_pointer)
}

fn bodies(cells: &mut Cells<'_>) -> Vec<Body> {
    let mut bodies: Vec<Body> = vec![];
    for value in split(cells.word("instanties"), &[';']) {
        if let Some(organisation) = cells.organisation("instanties", value)
            && !bodies.iter().any(|body| body.organisation == organisation)
        {
            bodies.push(Body { organisation, position: RawText::default() });
        }
    }
    bodies
}

fn threat(cells: &mut Cells<'_>) -> Option<Threat> {
    let on = cells.date("gebeurtenis_datum");
    if cells.is_empty("gebeurtenis") {
        if !cells.is_empty("gebeurtenis_datum") {
            cells.fault("gebeurtenis_datum", Reason::WithoutColumn { needs: "gebeurtenis".into() });
        }
        return None;
    }
    Some(Threat { what: cells.text("gebeurtenis"), on })
}

fn decision(cells: &mut Cells<'_>) -> Option<Decision> {
    let announced_on = cells.date("besluit_bekend_op");
    let organisation: Option<OrganisationCode> = match cells.word("besluit_organisatie") {
        "" => {
            for column in ["besluit_kenmerk", "besluit_bekend_op"] {
                if !cells.is_empty(column) {
                    cells.fault(column, Reason::WithoutColumn { needs: "besluit_organisatie".into() });
                }
            }
            None
        }
        value => cells.organisation("besluit_organisatie", value),
    };
    let reference = cells.trimmed("besluit_kenmerk");
    organisation.map(|organisation| Decision {
        organisation,
        reference,
        kind: RawText::default(),
        amount_cents: None,
        announced_on,
        dated_on: None,
    })
}

/// The column a fault of the server is about: `/facts/title` is `titel`.
pub fn column_of_pointer(pointer: &str) -> Option<&'static str> {
    const COLUMNS: &[(&str, &str)] = &[
        ("/source", "kenmerk_extern"),
        ("/receivedAt", "ontvangen_op"),
        ("/channel", "kanaal"),
        ("/facts/reporter/name", "melder_naam"),
        ("/facts/reporter/function", "melder_functie"),
        ("/facts/reporter/organisation", "melder_organisatie"),
        ("/facts/reporter/phone", "melder_telefoon"),
        ("/facts/reporter/mail", "melder_email"),
        ("/facts/municipality", "gemeente"),
        ("/facts/title", "titel"),
        ("/facts/account", "toelichting"),
        ("/facts/lifeDomains", "leefgebieden"),
        ("/facts/bodies", "instanties"),
        ("/facts/threats/0/on", "gebeurtenis_datum"),
        ("/facts/threats", "gebeurtenis"),
        ("/facts/decisions/0/reference", "besluit_kenmerk"),
        ("/facts/decisions/0/announcedOn", "besluit_bekend_op"),
        ("/facts/decisions", "besluit_organisatie"),
        ("/facts/urgency", "urgentie"),
    ];
    COLUMNS.iter().find(|(start, _)| pointer.starts_with(start)).map(|(_, column)| *column)
}
