//! The facts of a signal as the fields of a form, and read from them: the telephone intake and the correction of what stands in a
//! signal are the same fields.

use super::{
    super::{
        State,
        case_file::label_row,
        date_input::{Side, dutch},
        form::{Form, Kind, Purpose, Slot},
        message::{Call, Effect},
    },
    URGENCY,
};
use crate::{
    api::signal::{NewSignal, Origin},
    domain::{
        Date,
        ids::OrganisationCode,
        organisation,
        signal::{Body, Channel, Decision, Facts, Reporter, Signal, Threat, Urgency},
        text::RawText,
    },
    locale::Texts,
};

/// So many threats and decisions of a signal have fields, at most.
pub const MOST: usize = 6;

/// What threatens, and the day.
pub const THREATS: [[&str; 2]; MOST] = [
    ["intake-threat", "intake-threat-on"],
    ["intake-threat-2", "intake-threat-on-2"],
    ["intake-threat-3", "intake-threat-on-3"],
    ["intake-threat-4", "intake-threat-on-4"],
    ["intake-threat-5", "intake-threat-on-5"],
    ["intake-threat-6", "intake-threat-on-6"],
];

/// Who decided, the reference, the day it was announced, and the date on the letter.
pub const DECISIONS: [[&str; 4]; MOST] = [
    ["intake-decision-by", "intake-decision-reference", "intake-decision-on", "intake-decision-dated"],
    ["intake-decision-by-2", "intake-decision-reference-2", "intake-decision-on-2", "intake-decision-dated-2"],
    ["intake-decision-by-3", "intake-decision-reference-3", "intake-decision-on-3", "intake-decision-dated-3"],
    ["intake-decision-by-4", "intake-decision-reference-4", "intake-decision-on-4", "intake-decision-dated-4"],
    ["intake-decision-by-5", "intake-decision-reference-5", "intake-decision-on-5", "intake-decision-dated-5"],
    ["intake-decision-by-6", "intake-decision-reference-6", "intake-decision-on-6", "intake-decision-dated-6"],
];

/// The fields that are one thing with this one, the first of which says what it is: a threat and its day, a decision, an urgency and
/// its reason; none where a field stands alone.
pub fn row_of(name: &str) -> &'static [&'static str] {
    let threat = THREATS.iter().map(|row| &row[..]);
    let mut rows = threat.chain(DECISIONS.iter().map(|row| &row[..])).chain([&["urgency", "urgency-reason"][..]]);
    rows.find(|row| row.contains(&name)).unwrap_or_else(|| label_row(name))
}

/// Are there more or fewer threats or decisions than there were, so that one may stand in another row?
pub fn rows_move<'a>(was: impl Fn(&str) -> &'a str, values: &[(&'static str, String)]) -> bool {
    let is = |name: &str| values.iter().find(|(one, _)| *one == name).map_or("", |(_, value)| value);
    let fewer = |rows: &[&[&str]]| {
        let count = |blank: &dyn Fn(&str) -> bool| rows.iter().filter(|row| !row.iter().all(|name| blank(name))).count();
        count(&|name| was(name).trim().is_empty()) != count(&|name| is(name).trim().is_empty())
    };
    fewer(&THREATS.each_ref().map(|row| &row[..])) || fewer(&DECISIONS.each_ref().map(|row| &row[..]))
}

/// The name of a field, and which it is of several: `intake-threat-on-2` is the second `intake-threat-on`.
pub fn which(name: &str) -> (&str, Option<u32>) {
    let numbered = (name.starts_with("intake-") || name.starts_with("file-")).then(|| name.rsplit_once('-')).flatten();
    match numbered.and_then(|(base, number)| Some((base, number.parse().ok()?))) {
        Some((base, number)) => (base, Some(number)),
        None => (name, None),
    }
}

/// The label of a field: `Dreiging 2`. One that is too long for a number behind it is shorter there.
pub fn label(texts: &Texts, name: &str) -> String {
    let (base, number) = which(name);
    let (label, shorter) = (format!("form-{base}"), format!("form-{base}-more"));
    let Some(number) = number else { return texts.get(&label) };
    format!("{} {number}", texts.get(if texts.has(&shorter) { &shorter } else { &label }))
}

/// What is said below a field; of a second threat or decision which one it is about, too.
pub fn hint(texts: &Texts, name: &str, arrows: bool) -> Option<String> {
    let (base, number) = which(name);
    let key = format!("form-{base}-hint");
    let of_arrows = format!("{key}-arrows");
    let hint = if arrows && texts.has(&of_arrows) { texts.get(&of_arrows) } else { texts.has(&key).then(|| texts.get(&key))? };
    let what = ["intake-decision", "intake-threat"].into_iter().find(|what| base.starts_with(what));
    Some(match (what, number) {
        (Some(what), Some(number)) => {
            texts.with(&format!("form-{what}-numbered"), &[("number", number.to_string().into()), ("hint", hint.into())])
        }
        _ => hint,
    })
}

/// A field as it is told away from its place: `dag van de dreiging 2`.
pub fn told(texts: &Texts, name: &str) -> String {
    let (base, number) = which(name);
    let key = format!("form-{base}-told");
    if !texts.has(&key) {
        return label(texts, name);
    }
    number.map_or_else(|| texts.get(&key), |number| format!("{} {number}", texts.get(&key)))
}

/// Is a decision half filled in: something of it, and not who took it? Asked of the field for who took it.
pub fn is_half(form: &Form, slot: &Slot) -> bool {
    let fields = DECISIONS.iter().find(|[by, ..]| *by == slot.name);
    fields.is_some_and(|[_, rest @ ..]| slot.field.is_blank() && rest.iter().any(|name| form.filled(name).is_some()))
}

/// The fields of the facts, empty, for so many threats and decisions: of an intake with the urgency, too.
pub fn slots(threats: usize, decisions: usize, correcting: bool) -> Vec<Slot> {
    let mut slots = vec![
        Slot::new("intake-name", Kind::Line, 0),
        Slot::new("intake-function", Kind::Line, 0),
        Slot::new("intake-organisation", Kind::Line, 1),
        Slot::new("intake-phone", Kind::Exempt, 1),
        Slot::new("intake-mail", Kind::Exempt, 2),
        Slot::new("intake-municipality", Kind::Municipality, 2),
        Slot::new("intake-title", Kind::Line, 3).required(),
        Slot::new("intake-account", Kind::Block, 4),
        Slot::new("intake-bodies", Kind::Organisations, 5),
    ];
    let mut row = 6;
    if !correcting {
        slots.push(Slot::new("intake-urgency", Kind::Choice(URGENCY), row).with("normal"));
        slots.push(Slot::new("intake-urgency-reason", Kind::Line, row + 1));
        row += 2;
    }
    for [what, on] in THREATS.into_iter().take(threats) {
        slots.push(Slot::new(what, Kind::Line, row));
        slots.push(Slot::new(on, Kind::Date(Side::Near), row));
        row += 1;
    }
    for [by, reference, on, letter] in DECISIONS.into_iter().take(decisions) {
        slots.push(Slot::new(by, Kind::Organisation, row));
        slots.push(Slot::new(reference, Kind::Exempt, row));
        slots.push(Slot::new(on, Kind::Date(Side::Past), row + 1));
        slots.push(Slot::new(letter, Kind::Date(Side::Past), row + 1));
        row += 2;
    }
    slots
}

impl State {
    /// Opens the telephone intake.
    pub(in super::super) fn open_intake(&mut self) -> Vec<Effect> {
        self.forget_typed();
        self.open_form(Form::new(Purpose::Intake, String::new(), slots(1, 1, false)))
    }

    /// The date that counts first in a signal that was just taken in: whoever rings is told it, and nobody has to go and look.
    pub(in super::super) fn told_of_intake(&self, signal: &Signal) -> Option<String> {
        let date = signal.hard_date.as_ref()?;
        let mut what = self.texts.hard_date(date);
        if date.uncertain {
            what = format!("{what} ({})", self.texts.get("uncertain"));
        }
        let day = self.texts.day(date.on);
        Some(self.texts.with("intake-hard-date", &[("day", day.into()), ("what", what.into())]))
    }

    /// What the telephone intake asks the server.
    pub(super) fn call_of_intake(&self, form: &Form) -> Call {
        let facts = Facts {
            urgency: Urgency::from_code(form.text("intake-urgency")),
            urgency_reason: RawText::from(form.text("intake-urgency-reason").trim()),
            ..self.facts_in(form, &Facts::default())
        };
        Call::Create(Box::new(NewSignal {
            received_at: None,
            channel: Channel::Phone,
            source: None,
            origin: Origin::Typed,
            answers: vec![],
            facts,
        }))
    }

    /// What stands in the fields of a signal with these facts; nothing where it has less than there are fields for.
    pub(in super::super) fn values_of_facts(&self, facts: &Facts) -> Vec<(&'static str, String)> {
        let line = |text: &RawText| text.line().into_string();
        let day = |day: Option<Date>| day.map(dutch).unwrap_or_default();
        let bodies: Vec<String> = facts.bodies.iter().map(|body| self.reference.body(&body.organisation)).collect();
        let mut values = vec![
            ("intake-name", line(&facts.reporter.name)),
            ("intake-function", line(&facts.reporter.function)),
            ("intake-organisation", line(&facts.reporter.organisation)),
            ("intake-phone", line(&facts.reporter.phone)),
            ("intake-mail", line(&facts.reporter.mail)),
            ("intake-municipality", facts.municipality.map(|code| self.reference.municipality(code)).unwrap_or_default()),
            ("intake-title", line(&facts.title)),
            ("intake-account", facts.account.raw().to_owned()),
            ("intake-bodies", bodies.join(", ")),
        ];
        for (at, [what, on]) in THREATS.into_iter().enumerate() {
            let threat = facts.threats.get(at);
            values.push((what, threat.map(|threat| line(&threat.what)).unwrap_or_default()));
            values.push((on, day(threat.and_then(|threat| threat.on))));
        }
        for (at, [by, reference, on, letter]) in DECISIONS.into_iter().enumerate() {
            let decision = facts.decisions.get(at);
            values.push((by, decision.map(|decision| self.reference.body(&decision.organisation)).unwrap_or_default()));
            values.push((reference, decision.map(|decision| line(&decision.reference)).unwrap_or_default()));
            values.push((on, day(decision.and_then(|decision| decision.announced_on))));
            values.push((letter, day(decision.and_then(|decision| decision.dated_on))));
        }
        values
    }

    /// These facts with what was changed in the fields of a form. Whatever has no field, or was not touched, stays as it is.
    pub(in super::super) fn facts_in(&self, form: &Form, base: &Facts) -> Facts {
        let text = |name: &str, base: &RawText| match form.is_changed(name) {
            true => RawText::from(form.text(name).trim()),
            false => base.clone(),
        };
        let reporter = Reporter {
            name: text("intake-name", &base.reporter.name),
            function: text("intake-function", &base.reporter.function),
            organisation: text("intake-organisation", &base.reporter.organisation),
            phone: text("intake-phone", &base.reporter.phone),
            mail: text("intake-mail", &base.reporter.mail),
        };
        let changed = |name: &str| form.is_changed(name);
        let municipality = || self.reference.gazetteer.resolve(form.text("intake-municipality")).ok().map(|found| found.code);
        Facts {
            title: text("intake-title", &base.title),
            account: if changed("intake-account") { form.text("intake-account").into() } else { base.account.clone() },
            reporter,
            municipality: if changed("intake-municipality") { municipality() } else { base.municipality },
            bodies: if changed("intake-bodies") { self.bodies_in(form, base) } else { base.bodies.clone() },
            threats: self.threats_in(form, base),
            decisions: self.decisions_in(form, base),
            ..base.clone()
        }
    }

    /// The bodies that are named; the position of one that was named before stays with it.
    fn bodies_in(&self, form: &Form, base: &Facts) -> Vec<Body> {
        let named = self.reference.organisations_in(form.text("intake-bodies")).unwrap_or_default();
        let body = |organisation| match base.bodies.iter().find(|body| body.organisation == organisation) {
            Some(known) => known.clone(),
            None => Body { organisation, position: RawText::default() },
        };
        named.into_iter().map(body).collect()
    }

    /// The threats: one whose fields were emptied is none.
    fn threats_in(&self, form: &Form, base: &Facts) -> Vec<Threat> {
        let mut threats = vec![];
        for (at, [what, on]) in THREATS.into_iter().enumerate() {
            let known = base.threats.get(at);
            if !form.is_changed(what) && !form.is_changed(on) {
                threats.extend(known.cloned());
                continue;
            }
            let threat = Threat {
                what: if form.is_changed(what) {
                    form.text(what).trim().into()
                } else {
                    known.map(|known| known.what.clone()).unwrap_or_default()
                },
                on: self.day_in(form, on, known.and_then(|known| known.on)),
            };
            if !threat.what.is_blank() || threat.on.is_some() {
                threats.push(threat);
            }
        }
        threats.extend(base.threats.iter().skip(MOST).cloned());
        threats
    }

    /// The decisions: one whose fields were emptied is none. What has no field of one stays with it.
    fn decisions_in(&self, form: &Form, base: &Facts) -> Vec<Decision> {
        let mut decisions = vec![];
        for (at, fields) in DECISIONS.into_iter().enumerate() {
            let known = base.decisions.get(at);
            if !fields.iter().any(|name| form.is_changed(name)) {
                decisions.extend(known.cloned());
                continue;
            }
            let [by, reference, on, letter] = fields;
            let named = || organisation::find(&self.reference.organisations, form.text(by)).map(|body| body.code.clone());
            let organisation = if form.is_changed(by) { named() } else { known.map(|known| known.organisation.clone()) };
            let Some(organisation) = organisation else { continue };
            let before = known.map(|known| known.reference.clone()).unwrap_or_default();
            let number = if form.is_changed(reference) { form.text(reference).trim().into() } else { before };
            let same = self.same_decision(form, base, at, (&organisation, &number));
            decisions.push(Decision {
                organisation,
                reference: number,
                kind: same.map(|same| same.kind.clone()).unwrap_or_default(),
                amount_cents: same.and_then(|same| same.amount_cents),
                announced_on: self.day_in(form, on, known.and_then(|known| known.announced_on)),
                dated_on: self.day_in(form, letter, known.and_then(|known| known.dated_on)),
            });
        }
        decisions.extend(base.decisions.iter().skip(MOST).cloned());
        decisions
    }

    /// The decision that the one in this row was: the one with its body and reference, also when it stands in another row now, as long as
    /// that row says something else. Else the one in its row, unless the row is another one than was seen.
    fn same_decision<'a>(
        &self,
        form: &Form,
        base: &'a Facts,
        at: usize,
        says: (&OrganisationCode, &RawText),
    ) -> Option<&'a Decision> {
        let is = |decision: &&Decision| (&decision.organisation, &decision.reference) == says;
        let here = base.decisions.get(at);
        let freed =
            |row: usize| DECISIONS.get(row).is_some_and(|[by, reference, ..]| form.is_changed(by) || form.is_changed(reference));
        let elsewhere =
            || base.decisions.iter().enumerate().find(|(row, one)| *row != at && freed(*row) && is(one)).map(|(_, one)| one);
        let as_seen = |name: &str| {
            let other = form.theirs.iter().flat_map(|theirs| &theirs.fields).find(|other| other.name == name);
            other.is_none_or(|other| !form.is_changed(name) || form.text(name).trim() != other.base.trim())
        };
        here.filter(is).or_else(elsewhere).or_else(|| here.filter(|_| DECISIONS[at][..2].iter().all(|name| as_seen(name))))
    }

    pub(in super::super) fn day_in(&self, form: &Form, name: &str, known: Option<Date>) -> Option<Date> {
        match form.is_changed(name) {
            true => form.slots.iter().find(|slot| slot.name == name).and_then(|slot| slot.date(self.today)),
            false => known,
        }
    }
}
