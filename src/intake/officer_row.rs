//! One record of a register file to a new entry of the register.

use crate::{
    api::officer::NewOfficer,
    domain::{
        check,
        ids::{MunicipalityCode, OrganisationCode},
        municipality::NotFound,
        officer::{Mandate, OfficerFacts},
        organisation,
        text::RawText,
    },
};

use super::{
    cell::{Cells, euros, split},
    context::Context,
    finding::{Finding, Reason},
    record::{Record, Schema},
    source,
};

/// The columns of a register file.
pub(super) const SCHEMA: Schema = Schema {
    columns: &[
        "organisatie",
        "cbs_code",
        "functie",
        "naam",
        "telefoon",
        "e-mail",
        "telefoon_direct",
        "e-mail_direct",
        "mandaat",
        "mandaat_niet",
        "budget",
        "domeinen",
        "gemeenten",
        "vervanger",
        "escalatie",
        "geldig_van",
        "geldig_tot",
        "geverifieerd_op",
        "bron",
    ],
    also: &[],
    required: &[&["organisatie", "cbs_code"], &["functie", "naam"], &["telefoon", "e-mail"], &["mandaat"]],
    other: || (&super::signal_row::SCHEMA, "loket signal import"),
};

/// Reads a row whole, or names every fault in it.
pub(super) fn read(record: &Record, context: &Context, remarks: &mut Vec<Finding>) -> Result<NewOfficer, Vec<Finding>> {
    let mut cells = Cells::new(&SCHEMA, record, context, remarks);
    cells.required("mandaat");
    for group in [["functie", "naam"], ["telefoon", "e-mail"]] {
        if group.iter().all(|column| cells.is_empty(column)) {
            cells.fault(group[0], Reason::OneRequired { names: group.map(str::to_owned).to_vec() });
        }
    }
    reachable(&mut cells);
    let organisation = organisation_of(&mut cells);
    let facts = OfficerFacts {
        organisation: organisation.unwrap_or_else(|| OrganisationCode(String::new())),
        role_code: String::new(),
        title: cells.text("functie"),
        name: cells.text("naam"),
        phone: cells.trimmed("telefoon"),
        mail: cells.trimmed("e-mail"),
        direct_phone: cells.trimmed("telefoon_direct"),
        direct_mail: cells.trimmed("e-mail_direct"),
        availability: RawText::default(),
        absent_from: None,
        absent_until: None,
        deputy: cells.text("vervanger"),
        mandate: cells.one_of("mandaat", &context.mandates).unwrap_or(Mandate::None),
        mandate_excludes: cells.text("mandaat_niet"),
        mandate_source: RawText::default(),
        mandate_until: None,
        budget_euros: budget(&mut cells),
        domains: split(cells.text("domeinen").raw(), &[';']).map(RawText::from).collect(),
        municipalities: municipalities(&mut cells),
        escalation: cells.text("escalatie"),
        valid_from: cells.date("geldig_van"),
        valid_to: cells.date("geldig_tot"),
        verified_on: cells.date("geverifieerd_op"),
        provenance: cells.text("bron"),
    };
    let source = source::of_officer(&facts);
    let checked =
        |new: &NewOfficer| check::officer_facts(&new.facts, "/facts", &context.municipality_codes, &context.organisation_codes);
    cells.finish(NewOfficer { source: Some(source), facts }, checked, column_of_pointer)
}

/// By name, by CBS code, or by both if they agree. The code decides between two municipalities of one name.
pub(super) fn organisation_of(cells: &mut Cells<'_>) -> Option<OrganisationCode> {
    let (name, code) = (cells.word("organisatie"), cells.word("cbs_code"));
    let by_code = match code {
        "" => None,
        code => Some(cells.municipality("cbs_code", code)?),
    };
    let (Some(municipality), false) = (by_code, name.is_empty()) else {
        return match (by_code, name) {
            (Some(municipality), _) => Some(OrganisationCode::of_municipality(municipality)),
            (None, "") => {
                cells.fault("organisatie", Reason::Required);
                None
            }
            (None, name) => cells.organisation("organisatie", name),
        };
    };
    let wanted = OrganisationCode::of_municipality(municipality);
    let named = match organisation::find(&cells.context.organisations, name) {
        Some(found) => found.code == wanted,
        None => match cells.context.gazetteer.resolve(name) {
            Ok(found) => found.code == municipality,
            Err(NotFound::Ambiguous(several)) => several.iter().any(|one| one.code == municipality),
            Err(NotFound::Unknown(_)) => {
                cells.organisation("organisatie", name)?;
                false
            }
        },
    };
    if !named {
        cells.fault("organisatie", Reason::OrganisationsDiffer { name: name.into(), code: code.into() });
        return None;
    }
    Some(wanted)
}

/// What stands where an address or a number is wanted must be one: a sentence is dialled by nobody. Three digits are enough (`112`,
/// `14 030`); a mail address has something on both sides of its `@`.
fn reachable(cells: &mut Cells<'_>) {
    for column in ["e-mail", "e-mail_direct"] {
        let value = cells.trimmed(column);
        let value = value.raw();
        let is_mail = value.split_once('@').is_some_and(|(who, place)| !who.is_empty() && place.contains('.'));
        if !value.is_empty() && (!is_mail || value.contains(char::is_whitespace)) {
            cells.fault(column, Reason::NotMail { value: value.into() });
        }
    }
    for column in ["telefoon", "telefoon_direct"] {
        let value = cells.trimmed(column);
        if !value.is_blank() && value.raw().chars().filter(char::is_ascii_digit).count() < 3 {
            cells.fault(column, Reason::NotPhone { value: value.raw().into() });
        }
    }
}

fn budget(cells: &mut Cells<'_>) -> Option<i64> {
    let value = cells.word("budget");
    let euros = euros(value);
    if euros.is_none() && !value.is_empty() {
        cells.fault("budget", Reason::NotEuros { value: value.into() });
    }
    euros
}

/// Codes separated by semicolons or blanks; names, which may hold blanks, by semicolons.
fn municipalities(cells: &mut Cells<'_>) -> Vec<MunicipalityCode> {
    let mut found = vec![];
    for part in split(cells.word("gemeenten"), &[';']) {
        let codes = part.split_whitespace().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        let values: Vec<&str> = if codes { part.split_whitespace().collect() } else { vec![part] };
        for value in values {
            if let Some(code) = cells.municipality("gemeenten", value)
                && !found.contains(&code)
            {
                found.push(code);
            }
        }
    }
    found
}

/// The column a fault of the server is about.
pub fn column_of_pointer(pointer: &str) -> Option<&'static str> {
    const COLUMNS: &[(&str, &str)] = &[
        ("/source", "naam"),
        ("/facts/organisation", "organisatie"),
        ("/facts/title", "functie"),
        ("/facts/name", "naam"),
        ("/facts/phone", "telefoon"),
        ("/facts/mail", "e-mail"),
        ("/facts/directPhone", "telefoon_direct"),
        ("/facts/directMail", "e-mail_direct"),
        ("/facts/mandateExcludes", "mandaat_niet"),
        ("/facts/mandate", "mandaat"),
        ("/facts/budgetEuros", "budget"),
        ("/facts/domains", "domeinen"),
        ("/facts/municipalities", "gemeenten"),
        ("/facts/deputy", "vervanger"),
        ("/facts/escalation", "escalatie"),
        ("/facts/validFrom", "geldig_van"),
        ("/facts/validTo", "geldig_tot"),
        ("/facts/verifiedOn", "geverifieerd_op"),
        ("/facts/provenance", "bron"),
    ];
    COLUMNS.iter().find(|(start, _)| pointer.starts_with(start)).map(|(_, column)| *column)
}
