//! Reads the cells of one record and collects what is wrong with them: all of it, not the first thing only.

use crate::domain::{
    Date, Instant, check,
    fold::fold,
    ids::{MunicipalityCode, OrganisationCode},
    municipality::{Municipality, NotFound},
    organisation::{self, Organisation},
    text::RawText,
    zone,
};

use super::{
    context::{Context, Words},
    finding::{Finding, Reason},
    nearest,
    record::{Record, Schema},
};

/// The cells of one record, by name.
pub(super) struct Cells<'a> {
    pub context: &'a Context,
    schema: &'static Schema,
    record: &'a Record,
    remarks: &'a mut Vec<Finding>,
    faults: Vec<Finding>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(schema: &'static Schema, record: &'a Record, context: &'a Context, remarks: &'a mut Vec<Finding>) -> Self {
        Self { context, schema, record, remarks, faults: vec![] }
    }

    /// The row, unless something is wrong with it: in a cell, or with what the server checks as well.
    pub(super) fn finish<T>(
        mut self,
        value: T,
        checked: impl FnOnce(&T) -> Vec<check::Finding>,
        column: fn(&str) -> Option<&'static str>,
    ) -> Result<T, Vec<Finding>> {
        if self.faults.is_empty() {
            for found in checked(&value) {
                let reason = match found.code {
                    "too-long" => Reason::TooLong { most: found.value },
                    "out-of-range" => Reason::OutOfRange { range: found.value },
                    "required" => Reason::Required,
                    code => Reason::NotTaken { code: code.into() },
                };
                self.faults.push(Finding::new(self.record.line, column(&found.at), reason));
            }
        }
        if self.faults.is_empty() { Ok(value) } else { Err(self.faults) }
    }

    pub(super) fn fault(&mut self, column: &str, reason: Reason) {
        self.faults.push(Finding::new(self.record.line, Some(column), reason));
    }

    /// Without blanks around it.
    pub(super) fn word(&self, column: &str) -> &'a str {
        self.record.cells.get(self.schema.position(column)).map_or("", |cell| cell.trim())
    }

    pub(super) fn is_empty(&self, column: &str) -> bool {
        self.word(column).is_empty()
    }

    /// As sent, but for NUL, which no store takes: it becomes U+2400, and that is said.
    pub(super) fn text(&mut self, column: &str) -> RawText {
        let raw = self.record.cells.get(self.schema.position(column)).map_or("", String::as_str);
        if raw.trim().is_empty() {
            return RawText::default();
        }
        let (text, count) = without_nul(raw);
        if count > 0 {
            self.remarks.push(Finding::new(self.record.line, Some(column), Reason::NulReplaced { count }));
        }
        text.into()
    }

    /// As [`Cells::text`], without blanks around it: for references, numbers and addresses.
    pub(super) fn trimmed(&mut self, column: &str) -> RawText {
        self.text(column).raw().trim().into()
    }

    pub(super) fn required(&mut self, column: &str) {
        if self.is_empty(column) {
            self.fault(column, Reason::Required);
        }
    }

    pub(super) fn date(&mut self, column: &str) -> Option<Date> {
        let value = self.word(column);
        let date = zone::read_date(value);
        if date.is_none() && !value.is_empty() {
            self.fault(column, Reason::NotADate { value: value.into() });
        }
        date
    }

    pub(super) fn moment(&mut self, column: &str) -> Option<Instant> {
        let value = self.word(column);
        let moment = zone::read_instant(value);
        if moment.is_none() && !value.is_empty() {
            self.fault(column, Reason::NotAMoment { value: value.into() });
        }
        moment
    }

    pub(super) fn one_of<T: Copy>(&mut self, column: &str, words: &Words<T>) -> Option<T> {
        let value = self.word(column);
        if value.is_empty() { None } else { self.known(column, value, words) }
    }

    /// Every word of a list; each unknown one is a fault.
    pub(super) fn several<T: Copy + PartialEq>(&mut self, column: &str, separators: &[char], words: &Words<T>) -> Vec<T> {
        let mut found = vec![];
        for value in split(self.word(column), separators) {
            match self.known(column, value, words) {
                Some(one) if !found.contains(&one) => found.push(one),
                _ => {}
            }
        }
        found
    }

    fn known<T: Copy>(&mut self, column: &str, value: &str, words: &Words<T>) -> Option<T> {
        let found = words.find(value);
        if found.is_none() {
            let near = nearest(value, words.shown().iter().map(String::as_str)).map(str::to_owned);
            self.fault(column, Reason::UnknownWord { value: value.into(), words: words.shown().to_vec(), near });
        }
        found
    }

    pub(super) fn municipality(&mut self, column: &str, value: &str) -> Option<MunicipalityCode> {
        match self.context.gazetteer.resolve(value) {
            Ok(municipality) => Some(municipality.code),
            Err(NotFound::Ambiguous(candidates)) => {
                let candidates = candidates.iter().map(named).collect();
                self.fault(column, Reason::AmbiguousMunicipality { value: value.into(), candidates });
                None
            }
            Err(NotFound::Unknown(near)) => {
                let mut near: Vec<String> = near.iter().map(named).collect();
                if near.is_empty() {
                    let all = self.context.gazetteer.municipalities();
                    let meant = nearest(value, all.iter().map(|m| m.name.as_str()));
                    near.extend(all.iter().filter(|m| meant == Some(m.name.as_str())).map(named));
                }
                self.fault(column, Reason::UnknownMunicipality { value: value.into(), near });
                None
            }
        }
    }

    pub(super) fn organisation(&mut self, column: &str, value: &str) -> Option<OrganisationCode> {
        match organisation::find(&self.context.organisations, value) {
            Some(found) => Some(found.code.clone()),
            None => {
                let near = near_organisations(&self.context.organisations, value);
                self.fault(column, Reason::UnknownOrganisation { value: value.into(), near });
                None
            }
        }
    }
}

/// Splits a list; empty parts are nothing.
pub(super) fn split<'t>(list: &'t str, separators: &[char]) -> impl Iterator<Item = &'t str> {
    list.split(|c| separators.contains(&c)).map(str::trim).filter(|part| !part.is_empty())
}

/// NUL as U+2400, and how many there were.
pub(super) fn without_nul(text: &str) -> (String, u64) {
    let count = memchr::memchr_iter(0, text.as_bytes()).count() as u64;
    (if count > 0 { text.replace('\0', "␀") } else { text.to_owned() }, count)
}

fn named(municipality: &Municipality) -> String {
    format!("{} ({})", municipality.name, municipality.code)
}

/// Organisations whose name or abbreviation is near, or that have every word of it.
fn near_organisations(organisations: &[Organisation], value: &str) -> Vec<String> {
    let folded = fold(value);
    let words: Vec<&str> = folded.split_whitespace().take(12).collect();
    let has_all = |o: &&Organisation| {
        let name = fold(&o.name);
        !words.is_empty() && words.iter().all(|word| name.split_whitespace().any(|part| part.starts_with(word)))
    };
    let mut near: Vec<&Organisation> = organisations.iter().filter(has_all).take(5).collect();
    if near.is_empty() {
        let meant = nearest(value, organisations.iter().flat_map(|o| [o.code.as_str(), o.name.as_str()]));
        near = organisations.iter().filter(|o| meant == Some(o.code.as_str()) || meant == Some(o.name.as_str())).collect();
    }
    near.iter().map(|o| format!("{} ({})", o.name, o.code)).collect()
}

/// Whole euros: `5000`, `5.000`, `5000,00`, `€ 5.000,-`. Anything else is nothing.
pub(super) fn euros(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_prefix('€').or_else(|| text.strip_prefix("EUR")).unwrap_or(text).trim();
    let whole = match text.split_once(',') {
        Some((whole, "00" | "-" | "--" | "–" | "—")) => whole,
        Some(_) => return None,
        None => text,
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1 || (matches!(groups[0].len(), 1..=3) && groups[1..].iter().all(|group| group.len() == 3));
    let digits = groups.concat();
    let sound = grouped && !digits.is_empty() && digits.len() <= 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_in_every_dutch_form() {
        for text in ["1000", "1.000", "1000,00", "1.000,00", "€ 1.000,-", "€1000", " 1.000 ", "EUR 1000"] {
            assert_eq!(euros(text), Some(1000), "{text}");
        }
        for text in ["", "1,000", "1.00", "10.00", "1000,50", "-5", "1.0000", "duizend", "1..000", "99999999999999"] {
            assert_eq!(euros(text), None, "{text}");
        }
    }

    #[test]
    fn an_unknown_organisation_names_what_comes_near() {
        let all = organisation::all();
        assert_eq!(near_organisations(&all, "UWW"), ["Uitvoeringsinstituut Werknemersverzekeringen (UWV)"]);
        assert_eq!(near_organisations(&all, "verzekeringsbank"), ["Sociale Verzekeringsbank (SVB)"]);
        assert_eq!(near_organisations(&all, "gemeente bergen").len(), 3);
        assert_eq!(near_organisations(&all, "Stichting Lumen"), Vec::<String>::new());
    }
}
