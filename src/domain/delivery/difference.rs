//! What a delivery would do to the register as it is now.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value};

use super::{Content, Counts, DeliveredRow, DeliveryLine, LineFault, LineKind, Merger, Vanished, identity, identity_of};
use crate::domain::{
    check::Finding,
    fold::fold,
    ids::{MunicipalityCode, OrganisationCode},
    officer::{Officer, OfficerFacts},
    officer_history::{OfficerChange, in_words},
};

/// What is checked and what day it is.
pub struct Rules<'a> {
    /// Today.
    pub today: NaiveDate,
    /// Everything wrong with an entry.
    pub check: &'a dyn Fn(&OfficerFacts) -> Vec<Finding>,
}

/// A line, and what the entry becomes by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// As it is shown.
    pub line: DeliveryLine,
    /// The entry afterwards; nothing for a line with an error.
    pub after: Option<OfficerFacts>,
}

/// What a delivery would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diff {
    /// Errors, then what comes and changes in the order of the file, then what is gone.
    pub steps: Vec<Step>,
    /// How many of each.
    pub counts: Counts,
    /// Organisations of which nobody would be left.
    pub vanished: Vec<Vanished>,
}

/// What a delivery would do to these entries: all of the organisations it names, or the whole register where it is about that.
pub fn diff(content: &Content, entries: &[Officer], rules: &Rules<'_>) -> Diff {
    let mut made = Maker { rules, steps: vec![], faults: content.faults.clone(), unchanged: 0, held: 0 };
    let mut vanished = vec![];
    if let Some(merger) = &content.merger {
        made.merge(merger, entries);
    } else {
        let found = made.rows(content, entries);
        vanished = made.gone(content, entries, &found);
    }
    made.finish(vanished)
}

struct Maker<'a> {
    rules: &'a Rules<'a>,
    steps: Vec<Step>,
    faults: Vec<LineFault>,
    unchanged: u64,
    held: u64,
}

impl Maker<'_> {
    /// Every row beside its entry; gives which entries a row is about.
    fn rows(&mut self, content: &Content, entries: &[Officer]) -> HashSet<usize> {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, officer) in entries.iter().enumerate() {
            known.entry(identity(&officer.facts)).or_default().push(at);
        }
        let mut lines: HashMap<String, &DeliveredRow> = HashMap::new();
        let mut found = HashSet::new();
        let mut unknown = vec![];
        for row in &content.rows {
            let key = identity(&row.facts);
            if let Some(first) = lines.get(&key) {
                if first.facts != row.facts {
                    self.fault(row, &Finding::new("/name", "delivered-twice", first.line));
                }
                continue;
            }
            match known.get(&key).map(Vec::as_slice) {
                Some([one]) => {
                    found.insert(*one);
                    self.change(content, row, &entries[*one]);
                }
                Some(several) => {
                    found.extend(several);
                    self.fault(row, &Finding::new("/name", "several-entries", several.len()));
                }
                None => unknown.push(row),
            }
            lines.insert(key, row);
        }
        // Who was renamed in the register since the file brought them is still known by what they were called then.
        let sources: HashMap<&str, usize> = (0..entries.len())
            .filter(|at| !found.contains(at))
            .filter_map(|at| {
                Some((entries[at].source.as_ref().filter(|source| source.system == "register")?.reference.raw(), at))
            })
            .collect();
        for row in unknown {
            let earlier = sources.get(identity(&row.facts).as_str()).copied();
            match earlier.filter(|at| entries[*at].facts.organisation == row.facts.organisation) {
                Some(at) => {
                    found.insert(at);
                    self.change(content, row, &entries[at]);
                }
                None => self.step(LineKind::New, row, None, row.facts.clone()),
            }
        }
        found
    }

    fn change(&mut self, content: &Content, row: &DeliveredRow, entry: &Officer) {
        match merged(content, &row.facts, &entry.facts, self.rules.today) {
            Some(after) if after == entry.facts => self.unchanged += 1,
            Some(after) => self.step(LineKind::Changed, row, Some(entry), after),
            None => self.fault(row, &Finding::new("", "wrong-type", "")),
        }
    }

    fn step(&mut self, kind: LineKind, row: &DeliveredRow, entry: Option<&Officer>, after: OfficerFacts) {
        let findings = (self.rules.check)(&after);
        if !findings.is_empty() {
            findings.iter().for_each(|finding| self.fault(row, finding));
            return;
        }
        let mut line = DeliveryLine::of(kind, Some(row.line), entry.map(|entry| entry.id), &after);
        line.changes = entry.map(|entry| changes(&entry.facts, &after)).unwrap_or_default();
        self.steps.push(Step { line, after: Some(after) });
    }

    fn fault(&mut self, row: &DeliveredRow, finding: &Finding) {
        self.faults.push(LineFault::of(row.line, &row.facts, finding));
    }

    /// What ends: in an organisation the delivery is whole for, and in no line of it, not even a wrong one.
    fn gone(&mut self, content: &Content, entries: &[Officer], found: &HashSet<usize>) -> Vec<Vanished> {
        let yesterday = self.rules.today.checked_sub_days(Days::new(1)).unwrap_or(self.rules.today);
        let spared = Spared::of(&self.faults);
        let delivered: HashSet<&OrganisationCode> = content.rows.iter().map(|row| &row.facts.organisation).collect();
        let full: HashSet<&OrganisationCode> = content.full.iter().collect();
        let mut left: BTreeMap<&OrganisationCode, (u64, u64)> = BTreeMap::new();
        let mut steps = vec![];
        for (at, officer) in entries.iter().enumerate() {
            let facts = &officer.facts;
            let ended = facts.valid_to.is_some_and(|day| day < self.rules.today);
            if ended || !(content.full_all || full.contains(&facts.organisation)) {
                continue;
            }
            let counted = left.entry(&facts.organisation).or_default();
            if found.contains(&at) || spared.names(facts) {
                counted.1 += 1;
                continue;
            }
            // Nobody can tell whom a line is about: it may be this one.
            if spared.holds(facts) {
                counted.1 += 1;
                self.held += 1;
                continue;
            }
            counted.0 += 1;
            let valid_from = facts.valid_from.map(|day| day.min(yesterday));
            let after = OfficerFacts { valid_to: Some(yesterday), valid_from, ..facts.clone() };
            let line = DeliveryLine::of(LineKind::Gone, None, Some(officer.id), facts);
            steps.push(Step { line, after: Some(after) });
        }
        steps.sort_by(|one, other| one.line.organisation.raw().cmp(other.line.organisation.raw()));
        self.steps.extend(steps);
        left.into_iter()
            .filter(|(code, (gone, stay))| *gone > 0 && *stay == 0 && !delivered.contains(code))
            .map(|(code, (entries, _))| Vanished { organisation: code.clone(), entries })
            .collect()
    }

    /// Municipalities go on in another one: their entries move, and who serves them serves that one.
    fn merge(&mut self, merger: &Merger, entries: &[Officer]) {
        let from: BTreeSet<MunicipalityCode> = merger.from.iter().copied().collect();
        let ended: HashSet<OrganisationCode> = from.iter().map(|code| OrganisationCode::of_municipality(*code)).collect();
        for entry in entries {
            let mut after = entry.facts.clone();
            if ended.contains(&after.organisation) {
                after.organisation = OrganisationCode::of_municipality(merger.into);
            }
            if after.municipalities.iter().any(|code| from.contains(code)) {
                let mut served = vec![];
                for code in after.municipalities {
                    let code = if from.contains(&code) { merger.into } else { code };
                    if !served.contains(&code) {
                        served.push(code);
                    }
                }
                after.municipalities = served;
            }
            if after == entry.facts {
                continue;
            }
            let mut line = DeliveryLine::of(LineKind::Changed, None, Some(entry.id), &entry.facts);
            line.changes = changes(&entry.facts, &after);
            self.steps.push(Step { line, after: Some(after) });
        }
    }

    fn finish(mut self, vanished: Vec<Vanished>) -> Diff {
        self.faults.sort_by_key(|fault| fault.line);
        let mut counts = Counts { unchanged: self.unchanged, held: self.held, ..Counts::default() };
        let lines: HashSet<u64> = self.faults.iter().map(|fault| fault.line).collect();
        counts.errors = lines.len() as u64;
        self.steps.sort_by_key(|step| (step.line.line.is_none(), step.line.line));
        for step in &self.steps {
            match step.line.kind {
                LineKind::New => counts.new += 1,
                LineKind::Changed => counts.changed += 1,
                LineKind::Gone => counts.gone += 1,
                LineKind::Error => {}
            }
        }
        let faults = self.faults.iter().map(|fault| Step { line: DeliveryLine::of_fault(fault), after: None });
        let steps = faults.chain(self.steps).collect();
        Diff { steps, counts, vanished }
    }
}

/// Entries that a line with an error is about, or may be about.
struct Spared {
    /// Whole identities.
    entries: HashSet<String>,
    /// Function and name, where the organisation could not be read.
    persons: HashSet<String>,
    /// Organisations with a line of which it cannot be told whom it is about.
    organisations: HashSet<String>,
}

impl Spared {
    fn of(faults: &[LineFault]) -> Self {
        let mut spared = Self { entries: HashSet::new(), persons: HashSet::new(), organisations: HashSet::new() };
        for fault in faults {
            let (organisation, title, name) = (fault.organisation.raw(), fault.title.raw(), fault.name.raw());
            if title.trim().is_empty() && name.trim().is_empty() {
                spared.organisations.insert(fold(organisation.trim()));
            }
            spared.entries.insert(identity_of(organisation, title, name));
            if organisation.trim().is_empty() {
                spared.persons.insert(identity_of("", title, name));
            }
        }
        spared
    }

    /// Is a line with an error about this entry, as far as it can be read?
    fn names(&self, facts: &OfficerFacts) -> bool {
        self.entries.contains(&identity(facts)) || self.persons.contains(&identity_of("", facts.title.raw(), facts.name.raw()))
    }

    /// May a line be about this entry of which nobody can tell whom it is about?
    fn holds(&self, facts: &OfficerFacts) -> bool {
        self.organisations.contains(&fold(facts.organisation.as_str())) || self.organisations.contains("")
    }
}

/// An entry with what a delivery says of it; the rest stays. A verification is never put back in time. Nothing: it does not fit.
fn merged(content: &Content, said: &OfficerFacts, entry: &OfficerFacts, today: NaiveDate) -> Option<OfficerFacts> {
    let (mut all, said_all) = (fields(entry)?, fields(said)?);
    for field in &content.fields {
        all.insert(field.clone(), said_all.get(field)?.clone());
    }
    let mut after: OfficerFacts = serde_json::from_value(Value::Object(all)).ok()?;
    after.verified_on = after.verified_on.max(entry.verified_on);
    // What ended and is delivered again runs again, where the delivery does not speak of its end.
    if after.valid_to == entry.valid_to && entry.valid_to.is_some_and(|day| day < today) && !content.speaks_of("validTo") {
        after.valid_to = None;
    }
    Some(after)
}

impl Content {
    fn speaks_of(&self, field: &str) -> bool {
        self.fields.iter().any(|one| one == field)
    }
}

fn fields(facts: &OfficerFacts) -> Option<Map<String, Value>> {
    match serde_json::to_value(facts) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

/// The fields that become otherwise, in words.
fn changes(before: &OfficerFacts, after: &OfficerFacts) -> Vec<OfficerChange> {
    let (Some(before), Some(after)) = (fields(before), fields(after)) else { return vec![] };
    let words = |value: &Value| in_words(&value.to_string());
    after
        .iter()
        .filter_map(|(field, now)| {
            let was = before.get(field).unwrap_or(&Value::Null);
            (was != now).then(|| OfficerChange { field: field.clone(), before: words(was), after: words(now) })
        })
        .collect()
}
