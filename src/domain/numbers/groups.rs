//! Cases in groups: by what is known of each.

use std::collections::{BTreeMap, HashMap};

use super::{
    CaseRow, Noted, NumbersBase, NumbersBy, NumbersRow, RowKind,
    folding::{LEAST, Whole, fold, fold_neighbours, fold_within, is_told},
};
use crate::domain::{
    Date,
    fold::fold as folded_text,
    ids::{MunicipalityCode, SignalNumber},
    municipality,
    signal::{Status, Urgency},
};

/// Cases that are counted as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) kind: RowKind,
    pub(super) of: String,
    /// In order, each once.
    pub(super) members: Vec<SignalNumber>,
}

impl Group {
    fn one(of: impl Into<String>, members: Vec<SignalNumber>) -> Self {
        Self { kind: RowKind::One, of: of.into(), members }
    }

    pub(super) fn key(&self) -> String {
        match self.kind {
            RowKind::One | RowKind::Days => self.of.clone(),
            RowKind::RestOf | RowKind::WholeOf => format!("{}:{}", self.kind, self.of),
            RowKind::Other | RowKind::None => self.kind.to_string(),
            RowKind::DaysOrNone => format!("{}or-none", self.of),
        }
    }

    pub(super) fn row(&self) -> NumbersRow {
        NumbersRow { key: self.key(), kind: self.kind, of: self.of.clone(), count: self.members.len() as u32 }
    }
}

/// All of several, in order, each once.
pub(super) fn union<'m>(several: impl IntoIterator<Item = &'m [SignalNumber]>) -> Vec<SignalNumber> {
    let mut all: Vec<SignalNumber> = several.into_iter().flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The cases of which a lesson was noted.
pub(super) fn with_lesson(lessons: &[Noted]) -> Vec<SignalNumber> {
    union([&lessons.iter().map(|noted| noted.number).collect::<Vec<_>>()[..]])
}

/// The rows of a table, and whether any were put together.
pub(super) fn of(by: NumbersBy, cases: &[&CaseRow], lessons: &[Noted], last_day: Date) -> (Vec<Group>, bool) {
    if by.base() != Some(NumbersBase::WithLesson) && cases.len() < LEAST {
        return (vec![], false);
    }
    let whole = Whole { total: cases.len(), with_any: None };
    let of_one = |of: &dyn Fn(&CaseRow) -> Option<String>| fold(by_one(cases, of), (RowKind::Other, ""), whole);
    let of_many = |of: &dyn Fn(&CaseRow) -> Vec<String>| {
        let groups = by_many(cases, of);
        let whole = whole_of(cases.len(), &groups);
        fold(groups, (RowKind::Other, ""), whole)
    };
    let day_after = |case: &CaseRow, to: Option<Date>| to.map(|to| (to - case.received_on).num_days());
    match by {
        NumbersBy::Flow => (vec![], false),
        NumbersBy::Age => spans(cases, &AGES, |case| day_after(case, Some(last_day))),
        NumbersBy::LeadTime => spans(cases, &AGES, |case| day_after(case, case.closed_on)),
        NumbersBy::FirstContact => spans(cases, &CONTACTS, |case| day_after(case, case.first_contact)),
        NumbersBy::Outcome => of_one(&ending),
        NumbersBy::Channel => of_one(&|case| Some(case.channel.code().to_owned())),
        NumbersBy::Urgency => in_order(of_one(&|case| Some(case.urgency.code().to_owned()))),
        NumbersBy::Body => of_many(&|case| case.bodies.iter().map(|code| code.to_string()).collect()),
        NumbersBy::LifeDomain => of_many(&|case| case.life_domains.iter().map(|domain| domain.code().to_owned()).collect()),
        NumbersBy::Municipality => fold_within(places(cases), whole),
        NumbersBy::Province => {
            fold(places(cases).into_iter().map(|(province, _)| province).collect(), (RowKind::Other, ""), whole)
        }
        NumbersBy::Article => {
            let laws = articles(lessons);
            let whole = whole_of(with_lesson(lessons).len(), laws.iter().map(|(law, _)| law));
            fold_within(laws, whole)
        }
    }
}

/// A table in which a case may be in several rows, but in none beside that of those without a value.
fn whole_of<'g>(total: usize, groups: impl IntoIterator<Item = &'g Group>) -> Whole {
    let of_none = groups.into_iter().filter(|group| group.kind == RowKind::None);
    let without: usize = of_none.map(|group| group.members.len()).sum();
    // One to four of them are no row: nobody subtracts them.
    Whole { total, with_any: is_told(without).then(|| total.saturating_sub(without)) }
}

/// How it ended: the outcome of what was closed, else the exit.
fn ending(case: &CaseRow) -> Option<String> {
    match (case.status, case.outcome) {
        (_, Some(outcome)) => Some(outcome.code().to_owned()),
        (Status::Closed, None) => None,
        (exit, None) => Some(exit.code().to_owned()),
    }
}

fn by_one(cases: &[&CaseRow], of: impl Fn(&CaseRow) -> Option<String>) -> Vec<Group> {
    by_many(cases, |case| of(case).into_iter().collect())
}

/// A group for each value; cases without one are a group of their own.
fn by_many(cases: &[&CaseRow], of: impl Fn(&CaseRow) -> Vec<String>) -> Vec<Group> {
    let (mut found, mut without): (BTreeMap<String, Vec<SignalNumber>>, _) = (BTreeMap::new(), vec![]);
    for case in cases {
        let values = of(case);
        if values.is_empty() {
            without.push(case.number);
        }
        for value in values {
            let members = found.entry(value).or_default();
            if members.last() != Some(&case.number) {
                members.push(case.number);
            }
        }
    }
    let mut groups: Vec<Group> = found.into_iter().map(|(value, members)| Group::one(value, members)).collect();
    groups.push(Group { kind: RowKind::None, of: String::new(), members: without });
    groups
}

/// Urgencies stand in the order of work; what there is too little of goes last.
fn in_order((mut told, folded): (Vec<Group>, bool)) -> (Vec<Group>, bool) {
    told.sort_by_key(|group| Urgency::ALL.iter().position(|one| one.code() == group.of).unwrap_or(usize::MAX));
    (told, folded)
}

/// First days of classes of how long a case is open or was until it was closed: weeks.
const AGES: [i64; 8] = [0, 14, 28, 56, 91, 182, 364, 728];
/// Of how long it took until somebody was reached.
const CONTACTS: [i64; 6] = [0, 1, 3, 6, 11, 21];

/// Classes of days; those without any come last.
fn spans(cases: &[&CaseRow], starts: &[i64], days: impl Fn(&CaseRow) -> Option<i64>) -> (Vec<Group>, bool) {
    let named = |at: usize| match starts.get(at + 1) {
        Some(next) => format!("{}-{}", starts[at], next - 1),
        None => format!("{}-", starts[at]),
    };
    let mut groups: Vec<Group> =
        (0..starts.len()).map(|at| Group { kind: RowKind::Days, of: named(at), members: vec![] }).collect();
    groups.push(Group { kind: RowKind::None, of: String::new(), members: vec![] });
    for case in cases {
        let at = match days(case) {
            Some(days) => starts.iter().rposition(|start| *start <= days).unwrap_or(0),
            None => starts.len(),
        };
        groups[at].members.push(case.number);
    }
    if groups.last().is_some_and(|group| group.members.is_empty()) {
        groups.pop();
    }
    fold_neighbours(groups, |one, other| {
        let first = one.of.split('-').next().unwrap_or_default();
        let of = match other.of.rsplit_once('-') {
            Some((_, last)) => format!("{first}-{last}"),
            None => format!("{first}-"),
        };
        let kind = if other.kind == RowKind::None { RowKind::DaysOrNone } else { other.kind };
        Group { kind, of, members: union([&one.members[..], &other.members[..]]) }
    })
}

/// Provinces with their municipalities. One that is in no list is of no province: it stands for itself.
fn places(cases: &[&CaseRow]) -> Vec<(Group, Vec<Group>)> {
    let provinces: HashMap<MunicipalityCode, String> =
        municipality::all().into_iter().map(|one| (one.code, one.province)).collect();
    let mut found: BTreeMap<(RowKind, String), BTreeMap<MunicipalityCode, Vec<SignalNumber>>> = BTreeMap::new();
    let mut without = vec![];
    for case in cases {
        let Some(code) = case.municipality else {
            without.push(case.number);
            continue;
        };
        let province = provinces.get(&code).cloned().unwrap_or_else(|| code.to_string());
        found.entry((RowKind::One, province)).or_default().entry(code).or_default().push(case.number);
    }
    let mut places: Vec<(Group, Vec<Group>)> = found
        .into_iter()
        .map(|((_, province), within)| {
            let whole = Group::one(province, union(within.values().map(Vec::as_slice)));
            (whole, within.into_iter().map(|(code, members)| Group::one(code.to_string(), members)).collect())
        })
        .collect();
    places.push((Group { kind: RowKind::None, of: String::new(), members: without }, vec![]));
    places
}

/// Laws with their articles, as they were typed first; capitals and accents make no other law.
fn articles(lessons: &[Noted]) -> Vec<(Group, Vec<Group>)> {
    type Articles = BTreeMap<String, (String, Vec<SignalNumber>)>;
    let (mut found, mut without): (BTreeMap<String, (String, Articles)>, Vec<SignalNumber>) = (BTreeMap::new(), vec![]);
    for noted in lessons {
        let (law, article) = (noted.law.trim(), noted.article.trim());
        if law.is_empty() && article.is_empty() {
            without.push(noted.number);
            continue;
        }
        let whole = format!("{law} {article}").trim().to_owned();
        let law = if law.is_empty() { article } else { law };
        let (_, within) = found.entry(folded_text(law)).or_insert_with(|| (law.to_owned(), Articles::new()));
        within.entry(folded_text(&whole)).or_insert_with(|| (whole, vec![])).1.push(noted.number);
    }
    // A case with a lesson about a law and one about none has a law.
    let with_law = union(found.values().flat_map(|(_, within)| within.values().map(|(_, members)| &members[..])));
    without.retain(|number| with_law.binary_search(number).is_err());
    let mut laws: Vec<(Group, Vec<Group>)> = found
        .into_values()
        .map(|(law, within)| {
            let whole = Group::one(law, union(within.values().map(|(_, members)| &members[..])));
            let articles = within.into_values().map(|(name, members)| Group::one(name, union([&members[..]])));
            (whole, articles.collect())
        })
        .collect();
    laws.push((Group { kind: RowKind::None, of: String::new(), members: union([&without[..]]) }, vec![]));
    laws
}
