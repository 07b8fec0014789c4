//! The table of the register: columns for lists and search, the rest of an entry packed and read for the card. What is looked
//! for is decided elsewhere.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::domain::{
    fold::fold,
    ids::{MunicipalityCode, OfficerId, OrganisationCode},
    names::Names,
    officer::{Mandate, Officer, OfficerFacts},
    signal::Source,
    text::RawText,
    topic,
    verdict::{Attention, Report, Verdict},
};

use super::{
    packed::PackedOfficer,
    record::{Reader, Writer, date, days},
    table::{Block, Table},
    vocabulary::{Vocabulary, intern},
};

/// A value is larger than a row can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is out of range")]
pub struct OutOfRange(pub &'static str);

/// The register.
#[derive(Debug, Clone, Default)]
pub struct Officers {
    pub(crate) table: Table<PackedOfficer>,
    /// Codes; folded: code and name.
    pub(crate) organisations: Arc<Vocabulary>,
    /// Titles.
    pub(crate) titles: Arc<Vocabulary>,
    /// What mandates do not cover, folded too.
    pub(crate) excludes: Arc<Vocabulary>,
    /// Other texts that repeat; not searched.
    texts: Arc<Vocabulary>,
    /// Domains; folded: with what people call their problems.
    pub(crate) topics: Arc<Vocabulary>,
    /// Lists of domains, four bytes for the number of each.
    pub(crate) domains: Arc<Vocabulary>,
    /// Lists of municipalities, two bytes a code.
    pub(crate) municipalities: Arc<Vocabulary>,
    pub(crate) names: Arc<Names>,
}

impl Officers {
    /// How many.
    pub fn len(&self) -> u32 {
        self.table.len()
    }

    /// None?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row with this number of row, from 0 to [`Officers::len`].
    pub fn get(&self, row: u32) -> Option<OfficerRow<'_>> {
        self.table.locate(row).map(|(block, at)| OfficerRow { officers: self, block, at, packed: &block.rows[at] })
    }

    /// How many ask for attention on a day, for each reason in the order of [`Attention::ALL`].
    pub fn asking(&self, today: NaiveDate) -> [usize; 3] {
        let mut counts = [0; 3];
        let today = days(Some(today));
        for row in self.table.blocks().flat_map(|block| &block.rows) {
            for (count, attention) in counts.iter_mut().zip(Attention::ALL) {
                *count += usize::from(row.asks_for(*attention, today));
            }
        }
        counts
    }

    /// The row of this entry.
    pub fn find(&self, id: OfficerId) -> Option<u32> {
        self.table.find(*id.0.as_bytes())
    }

    /// Raised by every change of an entry.
    pub fn generation(&self) -> u64 {
        self.table.generation()
    }

    /// Adds an entry or replaces the one with its id; gives its row.
    ///
    /// # Errors
    /// When a number is larger than a row can hold; nothing is changed then.
    pub fn upsert(&mut self, officer: &Officer) -> Result<u32, OutOfRange> {
        let facts = &officer.facts;
        let code = facts.organisation.as_str();
        let names = Arc::clone(&self.names);
        let mut list = vec![];
        for domain in facts.domains.iter().map(RawText::raw) {
            list.extend(intern(&mut self.topics, domain.as_bytes(), || topic::searched(domain)).to_le_bytes());
        }
        let codes: Vec<u8> = facts.municipalities.iter().flat_map(|code| code.0.to_le_bytes()).collect();
        let row = PackedOfficer {
            id: *officer.id.0.as_bytes(),
            version: u32::try_from(officer.version).map_err(|_| OutOfRange("version"))?,
            organisation: intern(&mut self.organisations, code.as_bytes(), || names.organisation(code)),
            title: intern(&mut self.titles, facts.title.raw().as_bytes(), || fold(facts.title.raw())),
            municipalities: intern(&mut self.municipalities, &codes, String::new),
            domains: intern(&mut self.domains, &list, String::new),
            excludes: intern(&mut self.excludes, facts.mandate_excludes.raw().as_bytes(), || fold(facts.mandate_excludes.raw())),
            budget: facts.budget_euros.map_or(-1, |euros| euros.clamp(0, i32::MAX.into()) as i32),
            away: (days(facts.absent_from), days(facts.absent_until)),
            verified: days(facts.verified_on),
            ends: days(facts.ends_on()),
            municipality: code.strip_prefix("GM").and_then(|code| code.parse().ok()).map_or(0, |code: MunicipalityCode| code.0),
            mandate: facts.mandate,
            reported: !officer.verdict.reports.is_empty(),
        };
        let record = self.pack(officer);
        let mut folded = searched_name(facts.name.raw());
        folded.push('\n');
        Ok(self.table.upsert(row, &record, folded.as_bytes()))
    }

    fn repeated(&mut self, text: &str) -> u32 {
        intern(&mut self.texts, text.as_bytes(), String::new)
    }

    /// What the columns do not hold. [`OfficerRow::officer`] reads it back in the same order.
    fn pack(&mut self, officer: &Officer) -> Vec<u8> {
        let facts = &officer.facts;
        let mut out = Writer::default();
        for text in [&facts.name, &facts.phone, &facts.direct_phone, &facts.direct_mail, &facts.deputy, &facts.escalation] {
            out.text(text.raw());
        }
        for text in [&facts.mail, &facts.availability, &facts.mandate_source, &facts.provenance] {
            out.number(self.repeated(text.raw()).into());
        }
        out.number(self.repeated(&facts.role_code).into());
        out.number(self.repeated(officer.verdict.verified_by.raw()).into());
        out.number(officer.verdict.reports.len() as i64);
        for report in &officer.verdict.reports {
            out.number(report.at.timestamp_micros());
            out.number(self.repeated(report.by.raw()).into());
            out.number(self.repeated(report.organisation.as_str()).into());
            out.text(report.reason.raw());
        }
        for date in [facts.absent_from, facts.absent_until, facts.mandate_until, facts.valid_from, facts.valid_to] {
            out.number(days(date).into());
        }
        out.number(officer.changed_at.timestamp_micros());
        out.number(facts.budget_euros.is_some().into());
        out.number(facts.budget_euros.unwrap_or_default());
        if let Some(source) = &officer.source {
            out.number(self.repeated(&source.system).into());
            out.text(source.reference.raw());
        }
        out.0
    }

    /// For every list of domains the greatest of what `of` says of the folded form of each.
    pub(crate) fn by_domains<T: Copy + Default + Ord>(&self, of: impl Fn(&str) -> T) -> Vec<T> {
        let each = self.topics.table(of);
        let greatest = |list| topics(self.domains.key(list)).filter_map(|topic| each.get(topic as usize).copied()).max();
        (0..self.domains.len() as u32).map(|list| greatest(list).unwrap_or_default()).collect()
    }

    /// Takes an entry out; says whether it was there.
    pub fn remove(&mut self, id: [u8; 16]) -> bool {
        self.table.remove(id)
    }

    pub(crate) fn clear(&mut self) {
        self.table.clear();
        let names = Arc::clone(&self.names);
        *self = Self { table: std::mem::take(&mut self.table), names, ..Self::default() };
    }

    /// Bytes held, as allocated.
    pub fn bytes(&self) -> usize {
        let repeated = [&self.organisations, &self.titles, &self.excludes, &self.texts];
        let vocabularies = repeated.into_iter().chain([&self.topics, &self.domains, &self.municipalities]);
        self.table.allocated() + vocabularies.map(|one| one.allocated()).sum::<usize>()
    }
}

/// One entry, borrowed from its table. Texts are as sent: show them through `SafeText` only.
#[derive(Clone, Copy)]
pub struct OfficerRow<'a> {
    officers: &'a Officers,
    block: &'a Block<PackedOfficer>,
    at: usize,
    packed: &'a PackedOfficer,
}

impl std::fmt::Debug for OfficerRow<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OfficerRow({})", self.id())
    }
}

impl<'a> OfficerRow<'a> {
    /// Id.
    pub fn id(&self) -> OfficerId {
        OfficerId(Uuid::from_bytes(self.packed.id))
    }

    /// Version.
    pub fn version(&self) -> i64 {
        self.packed.version.into()
    }

    /// Name of the person; may be empty.
    pub fn name(&self) -> &'a str {
        self.record().text()
    }

    /// Title of the function; may be empty.
    pub fn title(&self) -> &'a str {
        self.officers.titles.text(self.packed.title)
    }

    /// Code of the organisation.
    pub fn organisation(&self) -> &'a str {
        self.officers.organisations.text(self.packed.organisation)
    }

    /// Name of the organisation; its code when the name is not known.
    pub fn organisation_name(&self) -> &'a str {
        let code = self.organisation();
        self.officers.names.organisation_name(code).unwrap_or(code)
    }

    /// Mandate.
    pub fn mandate(&self) -> Mandate {
        self.packed.mandate
    }

    /// Last verified on.
    pub fn verified_on(&self) -> Option<NaiveDate> {
        date(self.packed.verified)
    }

    /// Central phone.
    pub fn phone(&self) -> &'a str {
        let mut record = self.record();
        record.text();
        record.text()
    }

    /// Central mailbox.
    pub fn mail(&self) -> &'a str {
        let mut record = self.record();
        (0..TEXTS).for_each(|_| _ = record.text());
        self.officers.texts.text(record.number() as u32)
    }

    /// Municipalities served.
    pub fn municipalities(&self) -> impl Iterator<Item = MunicipalityCode> + use<'a> {
        codes(self.officers.municipalities.key(self.packed.municipalities))
    }

    /// The whole entry, for the card.
    pub fn officer(&self) -> Officer {
        let mut rest = self.record();
        let text = |rest: &mut Reader<'a>| RawText::from(rest.text());
        let [name, phone, direct_phone, direct_mail, deputy, escalation] = std::array::from_fn(|_| text(&mut rest));
        let word = |rest: &mut Reader<'a>| self.officers.texts.text(rest.number() as u32);
        let [mail, availability, mandate_source, provenance, role_code] = std::array::from_fn(|_| word(&mut rest));
        let verified_by = word(&mut rest).into();
        let count = rest.number();
        let report = |_| Report {
            at: DateTime::from_timestamp_micros(rest.number()).unwrap_or_default(),
            by: word(&mut rest).into(),
            organisation: OrganisationCode(word(&mut rest).into()),
            reason: rest.text().into(),
        };
        let verdict = Verdict { verified_by, reports: (0..count).map(report).collect() };
        let [absent_from, absent_until, mandate_until, valid_from, valid_to] =
            std::array::from_fn(|_| date(rest.number() as i32));
        let changed_at: DateTime<Utc> = DateTime::from_timestamp_micros(rest.number()).unwrap_or_default();
        let (has_budget, budget) = (rest.number() == 1, rest.number());
        let source = (!rest.is_at_end()).then(|| Source { system: word(&mut rest).into(), reference: rest.text().into() });
        let domains = topics(self.officers.domains.key(self.packed.domains));
        let domains = domains.map(|topic| RawText::from(self.officers.topics.text(topic))).collect();
        Officer {
            id: self.id(),
            version: self.version(),
            changed_at,
            source,
            facts: OfficerFacts {
                organisation: OrganisationCode(self.organisation().into()),
                role_code: role_code.into(),
                title: self.title().into(),
                name,
                phone,
                mail: mail.into(),
                direct_phone,
                direct_mail,
                availability: availability.into(),
                absent_from,
                absent_until,
                deputy,
                mandate: self.mandate(),
                mandate_excludes: self.officers.excludes.text(self.packed.excludes).into(),
                mandate_source: mandate_source.into(),
                mandate_until,
                budget_euros: has_budget.then_some(budget),
                domains,
                municipalities: self.municipalities().collect(),
                escalation,
                valid_from,
                valid_to,
                verified_on: self.verified_on(),
                provenance: provenance.into(),
            },
            verdict,
        }
    }

    fn record(&self) -> Reader<'a> {
        Reader(self.block.texts.get(self.at))
    }
}

/// Texts of its own that a record begins with.
const TEXTS: usize = 6;

/// The codes in the key of a list of municipalities.
pub(crate) fn codes(key: &[u8]) -> impl Iterator<Item = MunicipalityCode> + use<'_> {
    key.chunks_exact(2).map(|code| MunicipalityCode(u16::from_le_bytes([code[0], code[1]])))
}

/// The numbers of domains in the key of a list of them.
fn topics(key: &[u8]) -> impl Iterator<Item = u32> + use<'_> {
    key.as_chunks().0.iter().map(|number| u32::from_le_bytes(*number))
}

/// A name as it is searched: folded, with dots and hyphens as blanks; initials also as one word, and so the surname (`int veld`,
/// `ouladali`).
pub(super) fn searched_name(name: &str) -> String {
    let mut words: Vec<String> =
        fold(name).split(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let initials = words.iter().take_while(|word| word.chars().count() == 1).count();
    let (together, surname) = (words[..initials].concat(), words[initials.max(1).min(words.len())..].concat());
    let parts = words.len() - initials.max(1).min(words.len());
    if initials > 1 {
        words.push(together);
    }
    if parts > 1 {
        words.push(surname);
    }
    words.join(" ")
}
