//! What there is to choose from in a selection of signals: for each field its values and how many signals have each.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{
    query::SignalQuery,
    signals::{PackedSignal, Signals},
};
use crate::domain::{
    filter::Field,
    fold::fold,
    ids::{AccountId, MunicipalityCode},
    names::initials,
    signal::{Status, Urgency},
    zone,
};

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetValue {
    /// A status.
    Status(Status),
    /// An urgency.
    Urgency(Urgency),
    /// A municipality.
    Municipality(MunicipalityCode),
    /// A body, by its code.
    Body(String),
    /// Who has it: `Me`, the name of somebody, or nobody.
    Me,
    /// Nobody has it.
    Free,
    /// Somebody else.
    Owner(String),
    /// The hard date has passed.
    Overdue,
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// From today up to and including Sunday.
    ThisWeek,
    /// The week after that.
    NextWeek,
    /// After that.
    Later,
    /// Without a hard date.
    NoDate,
}

/// The values of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// Values with their counts: in their own order, or the most frequent first where there is none.
    pub values: Vec<(FacetValue, usize)>,
}

/// The fields there are facets of, in the order in which they are shown.
const FIELDS: [Field; 6] = [Field::HardDate, Field::Urgency, Field::Status, Field::Owner, Field::Municipality, Field::Body];

impl Signals {
    /// The facets of a query. The counts of a field leave out what the query asks of that very field, so that they say what a
    /// choice would add, or what is left out.
    pub fn facets(&self, query: &SignalQuery, now: DateTime<Utc>, me: Option<AccountId>) -> Vec<Facet> {
        // Fields that the query does not ask for are counted in one go.
        let mut groups: Vec<(SignalQuery, Vec<Counted>)> = vec![];
        for field in FIELDS {
            let query = query.without(field);
            let counted = Counted { field, counts: vec![] };
            match groups.iter_mut().find(|(other, _)| *other == query) {
                Some((_, group)) => group.push(counted),
                None => groups.push((query, vec![counted])),
            }
        }
        let (second, today) = (super::signals::seconds(now), zone::date_of(now));
        for (query, group) in &mut groups {
            let prepared = self.prepare(query, now, me);
            self.each(&prepared, |_, row| group.iter_mut().for_each(|counted| counted.add(row, second, today)));
        }
        let counted = |field| groups.iter().flat_map(|(_, group)| group).find(|counted| counted.field == field);
        FIELDS.into_iter().filter_map(counted).map(|counted| self.facet(counted, me, today)).collect()
    }

    fn facet(&self, counted: &Counted, me: Option<AccountId>, today: NaiveDate) -> Facet {
        let field = counted.field;
        // Names are made once for each number.
        let mut values: BTreeMap<FacetValue, usize> = BTreeMap::new();
        for (raw, count) in counted.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            for value in self.values(field, raw, me, today) {
                *values.entry(value).or_default() += *count;
            }
        }
        let mut values: Vec<(FacetValue, usize)> = values.into_iter().collect();
        match field {
            Field::Municipality => {
                let rank = |value: &FacetValue| match value {
                    FacetValue::Municipality(code) => self.names.alphabetical(*code),
                    _ => u16::MAX,
                };
                values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| rank(&a.0).cmp(&rank(&b.0))));
            }
            Field::Body => values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))),
            _ => {}
        }
        Facet { field, values }
    }

    /// What a counted number stands for; a row can have several values.
    fn values(&self, field: Field, raw: usize, me: Option<AccountId>, today: NaiveDate) -> Vec<FacetValue> {
        let number = u32::try_from(raw).unwrap_or_default();
        match field {
            Field::Status => Status::ALL.get(raw).copied().map(FacetValue::Status).into_iter().collect(),
            Field::Urgency => Urgency::ALL.get(raw).copied().map(FacetValue::Urgency).into_iter().collect(),
            Field::Municipality if raw == 0 => vec![],
            Field::Municipality => vec![FacetValue::Municipality(MunicipalityCode(raw as u16))],
            Field::Body => {
                let codes = self.bodies.text(number).split('\n').filter(|code| !code.is_empty());
                codes.map(|code| FacetValue::Body(code.to_owned())).collect()
            }
            Field::Owner if raw == 0 => vec![FacetValue::Free],
            Field::Owner => match self.owners.key(number).split_first_chunk::<16>() {
                Some((account, _)) if me.is_some_and(|me| me.0.as_bytes() == account) => vec![FacetValue::Me],
                Some((_, name)) => vec![FacetValue::Owner(String::from_utf8_lossy(name).into_owned())],
                None => vec![],
            },
            _ => {
                if raw == 0 {
                    return vec![FacetValue::NoDate];
                }
                let now = today.num_days_from_ce();
                let sunday = sunday_of(today);
                let day = now - 2 + raw as i32;
                let all = [
                    (FacetValue::Overdue, day < now),
                    (FacetValue::Today, day == now),
                    (FacetValue::Tomorrow, day == now + 1),
                    (FacetValue::ThisWeek, (now..=sunday).contains(&day)),
                    (FacetValue::NextWeek, (sunday + 1..=sunday + 7).contains(&day)),
                    (FacetValue::Later, day > sunday + 7),
                ];
                all.into_iter().filter(|(_, is)| *is).map(|(value, _)| value).collect()
            }
        }
    }

    /// Does any signal have a body whose folded code or name holds this?
    pub fn has_body(&self, folded: &str) -> bool {
        (0..self.bodies.len() as u32).any(|number| self.bodies.folded(number).contains(folded))
    }

    /// Does anybody whose folded name holds this, or whose initials it is, have, or ever had, a signal?
    pub fn has_owner(&self, folded: &str) -> bool {
        (0..self.owners.len() as u32).any(|number| self.is_owner(number, folded))
    }

    /// Is it in the name with this number, or its initials, as lists show them?
    pub(super) fn is_owner(&self, number: u32, folded: &str) -> bool {
        let shown = || Some(initials(std::str::from_utf8(self.owners.key(number).split_first_chunk::<16>()?.1).ok()?));
        self.owners.folded(number).contains(folded) || shown().is_some_and(|shown| fold(&shown) == folded)
    }

    /// The names of who have, or had, a signal, as sent.
    pub fn owner_names(&self) -> Vec<String> {
        let name = |number| Some(String::from_utf8_lossy(self.owners.key(number).split_first_chunk::<16>()?.1).into_owned());
        (0..self.owners.len() as u32).filter_map(name).collect()
    }
}

/// How many rows have each number of a field.
struct Counted {
    field: Field,
    counts: Vec<usize>,
}

impl Counted {
    fn add(&mut self, row: &PackedSignal, second: u32, today: NaiveDate) {
        let raw = match self.field {
            Field::Status => row.status as usize,
            Field::Urgency => row.urgency as usize,
            Field::Municipality => row.municipality.into(),
            Field::Body => row.bodies as usize,
            Field::Owner if row.is_owned(second) => row.owner as usize,
            Field::Owner | Field::Number => 0,
            Field::HardDate | Field::Received if row.hard_on == 0 => 0,
            // All that has passed is one number, 1, and so is all that comes after next week.
            Field::HardDate | Field::Received => {
                let now = today.num_days_from_ce();
                (row.hard_on.clamp(now - 1, sunday_of(today) + 8) - now + 2) as usize
            }
        };
        if raw >= self.counts.len() {
            self.counts.resize(raw + 1, 0);
        }
        if let Some(count) = self.counts.get_mut(raw) {
            *count += 1;
        }
    }
}

/// The last day of this week, counted as rows do.
fn sunday_of(today: NaiveDate) -> i32 {
    today.num_days_from_ce() + 6 - today.weekday().num_days_from_monday() as i32
}
