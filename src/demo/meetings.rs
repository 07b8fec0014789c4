//! Meetings of the demonstration: one that was, whose agenda was sent, one whose agenda is fixed, one in preparation, and candidates;
//! each made by the same decisions as anybody's.

use chrono::{Days, NaiveTime};
use uuid::Uuid;

use super::{Plan, colleagues, random::Random, rhythm};
use crate::domain::{
    Date,
    arrangement::decide::Moment,
    confirmation::ConfirmedAction,
    deadline,
    derived::derived_id,
    ids::{AgendaItemId, ConfirmationId, EditionId, MeetingId, PartId},
    meeting::{
        Agenda, AgendaItem, AgendaItemFacts, Answer, Capacity, Edition, Entry, InvitationFacts, ItemGround, ItemOption,
        MeetingFacts, MeetingNumber, Present, Slot, StandingItem,
        decide::{self, Fixing},
        order::GAP,
        publication,
    },
    signal::{Attempt, Signal, decide::Actor},
    zone,
};

/// Cases on the agenda of each meeting.
const CASES: usize = 3;
/// Candidates.
const CANDIDATES: usize = 4;
/// The number of the meeting that was; the two to come follow.
const FIRST: u32 = 46;

/// What there is to put into a store.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meetings {
    /// Agendas, with the version that was fixed.
    pub agendas: Vec<(Agenda, Option<Edition>)>,
    /// Candidates.
    pub candidates: Vec<Entry>,
}

/// Three meetings and some candidates about these signals; fewer cases when there are not enough that are open.
pub fn meetings(plan: &Plan, signals: &[Signal]) -> Meetings {
    let mut random = Random::for_object(plan.seed, 9, 0);
    let yesterday = back(plan.today, 1);
    let usable = |signal: &&Signal| signal.status.is_open() && zone::date_of(signal.received_at) < yesterday;
    let mut known: Vec<&Signal> = signals.iter().filter(usable).collect();
    random.shuffle(&mut known);
    let mut known = known.into_iter();
    let [secretary, second] = colleagues();
    let clerk = Actor { account: secretary.account, name: secretary.name.into() };
    let now = rhythm::at(rhythm::ordinary_until(yesterday), 14 * 60);
    let moment = Moment { actor: &clerk, now };
    let mut made = Meetings::default();
    for (at, days) in [(1, 8), (2, 22)] {
        let day = rhythm::ordinary_until(ahead(plan.today, days));
        let Some(agenda) = agenda(at, day, known.by_ref().take(CASES), moment) else { continue };
        made.agendas.push(if at == 1 { fixed(agenda, signals, moment) } else { (agenda, None) });
    }
    let candidate = |(signal, at): (&Signal, u64)| {
        let reason = ["", "besluit loopt af", "instantie weigert", ""][at as usize % 4];
        let facts = AgendaItemFacts::of_case(signal);
        let item = decide::new_item(item_id(signal, at), (Some(signal), None), facts, reason.into(), moment);
        Entry::of(item)
    };
    made.candidates = known.by_ref().take(CANDIDATES).zip(0..).map(candidate).collect();
    // The one that was only waits for somebody to note that it was held.
    let confirms = Actor { account: second.account, name: second.name.into() };
    let earlier = |days, actor| Moment { actor, now: rhythm::at(rhythm::ordinary_until(back(yesterday, days)), 14 * 60) };
    if let Some(agenda) = agenda(0, rhythm::ordinary_until(yesterday), known.take(CASES - 1), earlier(7, &clerk)) {
        let (agenda, edition) = fixed(agenda, signals, earlier(6, &clerk));
        made.agendas.push((sent(agenda, edition.as_ref(), (earlier(5, &clerk), earlier(4, &confirms))), edition));
    }
    made
}

fn agenda<'a>(at: u32, day: Date, cases: impl Iterator<Item = &'a Signal>, moment: Moment<'_>) -> Option<Agenda> {
    let time = |hour| NaiveTime::from_hms_opt(hour, 30, 0);
    let facts = MeetingFacts {
        slots: vec![Slot::on(day, time(13)?, time(15)?).ok()?],
        place: "Den Haag, zaal 3".into(),
        video: "".into(),
        chair: "onafhankelijk voorzitter".into(),
        secretary: "secretariaat LET".into(),
        confidentiality: "Wat hier besproken wordt blijft bij de instanties van het punt.".into(),
        papers_days: 2,
    };
    let number = MeetingNumber::new(FIRST + at)?;
    let seed = number.as_i64().unsigned_abs().into();
    let meeting = decide::create(MeetingId(derived_id(seed, "meeting", 0)), number, facts, moment);
    let standing = |(kind, title): (StandingItem, &str)| {
        let id = AgendaItemId(derived_id(seed, kind.code(), 0));
        let facts = AgendaItemFacts::titled(title.into(), kind.minutes());
        (decide::new_item(id, (None, Some(kind)), facts, "".into(), moment), vec![])
    };
    let case = |(signal, at): (&Signal, u64)| prepared(signal, at, moment);
    let opening = [
        (StandingItem::Opening, "Opening en grond voor gegevensdeling"),
        (StandingItem::OpenCommitments, "Openstaande toezeggingen"),
    ];
    let closing = [(StandingItem::Lessons, "Leerpunten"), (StandingItem::Close, "Rondvraag en sluiting")];
    let items = opening.into_iter().map(standing).chain(cases.zip(0..).map(case)).chain(closing.into_iter().map(standing));
    let entry = |((item, invitations), place): ((AgendaItem, Vec<_>), i64)| {
        let item = AgendaItem { meeting: Some(meeting.id), rank: place * GAP, ..item };
        Entry { invitations, ..Entry::of(item) }
    };
    let entries = items.zip(1..).map(entry).collect();
    Some(Agenda::of(meeting, entries))
}

/// A case as the secretary prepared it; the last one still lacks what was tried and who comes.
fn prepared(signal: &Signal, at: u64, moment: Moment<'_>) -> (AgendaItem, Vec<crate::domain::meeting::Invitation>) {
    let mut facts = AgendaItemFacts::of_case(signal);
    facts.minutes = 20;
    facts.presenter = moment.actor.name.clone();
    let bodies: Vec<_> = facts.bodies.iter().map(|body| body.organisation.clone()).collect();
    let is_whole = at + 1 < CASES as u64;
    facts.decision_asked = "Wie neemt deze week het besluit dat de anderen verder laat gaan?".into();
    if is_whole {
        let with = |text: &mut crate::domain::text::RawText, other: &str| {
            if text.is_blank() {
                *text = other.into();
            }
        };
        with(&mut facts.stalemate, "De instanties wachten op elkaars besluit.");
        with(&mut facts.facts, "Inkomen en wonen hangen van elkaar af; zonder besluit van de een kan de ander niet verder.");
        with(&mut facts.perspective, "Rust, en één aanspreekpunt.");
        facts.bodies.iter_mut().for_each(|body| with(&mut body.position, "Binnen de eigen regels is er geen ruimte."));
        if facts.tried.is_empty() {
            facts.tried = vec![Attempt { what: "overleg met de instanties".into(), on: None, with: "loket".into() }];
        }
        facts.options = vec![
            ItemOption { text: "Uitstel tot er is beslist".into(), consequences: "De woning blijft behouden.".into() },
            ItemOption { text: "Voorschot".into(), consequences: "Later verrekenen.".into() },
        ];
        facts.grounds = vec![ItemGround {
            basis: "AVG artikel 6(1)(e)".into(),
            purpose: "doorbraak in het LET".into(),
            bodies: bodies.clone(),
            until: None,
        }];
    }
    let item = decide::new_item(item_id(signal, 100 + at), (Some(signal), None), facts, "".into(), moment);
    let asked = bodies.into_iter().take(if is_whole { 9 } else { 1 }).zip(0..).map(|(organisation, n)| {
        let facts = InvitationFacts {
            organisation,
            officer: None,
            function: "directeur uitvoering".into(),
            name: "".into(),
            mail: "".into(),
            capacity: if n % 2 == 0 { Capacity::Director } else { Capacity::Deputy },
            mandate_confirmed: is_whole,
            answer: if is_whole { Answer::Accepted } else { Answer::Open },
            answered_for: None,
        };
        decide::new_part(PartId(derived_id(item.id.0.as_u128(), "invitation", n)), &item, facts, moment)
    });
    let asked = asked.collect();
    (item, asked)
}

fn fixed(agenda: Agenda, signals: &[Signal], moment: Moment<'_>) -> (Agenda, Option<Edition>) {
    let id = EditionId(derived_id(agenda.meeting.id.0.as_u128(), "edition", 1));
    let seen = agenda.meeting.agenda_version;
    let on_it = |signal: &&Signal| agenda.entries.iter().any(|entry| entry.item.signal == Some(signal.id));
    let clocks = signals.iter().filter(on_it).flat_map(deadline::of_signal).collect();
    let fixing = Fixing { id, seen, missing: vec![], reason: "één punt wordt ter vergadering aangevuld".into(), clocks };
    match decide::fix(&agenda, fixing, moment) {
        Ok((meeting, edition)) => (Agenda { meeting, ..agenda }, Some(edition)),
        Err(_) => (agenda, None),
    }
}

/// The agenda as it is after somebody proposed to send it and somebody else confirmed.
fn sent(agenda: Agenda, edition: Option<&Edition>, (proposed, confirmed): (Moment<'_>, Moment<'_>)) -> Agenda {
    let Some(edition) = edition else { return agenda };
    let present = Present { entries: &agenda.entries, commitments: vec![], today: zone::date_of(proposed.now) };
    let shown = publication(edition, ConfirmedAction::PublishAgenda, &present);
    let (number, id) = (agenda.meeting.number, ConfirmationId(derived_id(agenda.meeting.id.0.as_u128(), "confirmation", 1)));
    let waits = decide::propose(&agenda.meeting, &shown, number, id, proposed);
    match waits.ok().and_then(|waits| decide::confirm(&waits, confirmed).ok()) {
        Some(meeting) => Agenda { meeting, ..agenda },
        None => agenda,
    }
}

fn item_id(signal: &Signal, at: u64) -> AgendaItemId {
    AgendaItemId(Uuid::from_u128(derived_id(signal.id.0.as_u128(), "agenda-item", at).as_u128()))
}

fn back(day: Date, days: u64) -> Date {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn ahead(day: Date, days: u64) -> Date {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::MeetingState;

    #[test]
    fn one_was_sent_one_is_fixed_one_is_prepared_and_cases_wait() {
        for (date, seed) in [("2026-11-25", 7), ("2026-11-23", 1), ("2027-01-04", 3)] {
            let plan = Plan { seed, ..Plan::usual(zone::read_date(date).unwrap()) };
            let signals: Vec<Signal> =
                super::super::signals(&plan).filter(|signal| super::super::suspendable(signal).is_some()).collect();
            let made = meetings(&plan, &signals);
            assert_eq!(made, meetings(&plan, &signals), "the same seed");
            let states: Vec<_> = made.agendas.iter().map(|(agenda, _)| agenda.meeting.state).collect();
            assert_eq!(states, [MeetingState::Fixed, MeetingState::Concept, MeetingState::Fixed], "{date}");
            let counts: Vec<_> = made.agendas.iter().map(|(agenda, _)| agenda.entries.len()).collect();
            assert_eq!(counts, [4 + CASES, 4 + CASES, 4 + CASES - 1], "{date}");
            let was = &made.agendas[2].0.meeting;
            assert!(was.edition.is_some_and(|edition| edition.sent), "{date}");
            assert!(was.facts.day().is_some_and(|day| day < plan.today), "{date}");
            assert_eq!(made.candidates.len(), CANDIDATES, "{date}");
            let day = made.agendas[0].0.meeting.facts.day().unwrap();
            assert!(day > plan.today, "{date}");
            assert!(made.agendas[0].0.schedule().slots.iter().all(|slot| slot.over == 0), "{date}");
        }
    }
}
