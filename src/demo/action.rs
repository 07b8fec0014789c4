//! What the two colleagues do next while the demonstration runs, as plain data for whoever sends it.

use std::time::Duration;

use super::{
    Colleague,
    facts::{self, Setting},
    random::Random,
    rhythm,
    timeline::weekday,
    world::World,
};
use crate::{
    api::signal::{NewClaim, NewContactMoment, NewNote, NewSignal, Origin},
    domain::{
        Date, Instant,
        ids::SignalId,
        signal::{Channel, ContactMoment, SignalSummary, Status},
        zone,
    },
};

/// One request to the server, in the name of one colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Claim this signal.
    Claim(SignalId, NewClaim),
    /// Release this signal.
    Release(SignalId),
    /// Write a note on this signal.
    Note(SignalId, NewNote),
    /// Put down a contact moment on this signal.
    Contact(SignalId, NewContactMoment),
    /// A new signal came in.
    Report(Box<NewSignal>),
}

impl Action {
    /// The signal it is about.
    pub fn signal(&self) -> Option<SignalId> {
        match self {
            Self::Claim(id, _) | Self::Release(id) | Self::Note(id, _) | Self::Contact(id, _) => Some(*id),
            Self::Report(_) => None,
        }
    }

    /// Does somebody type for it?
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Note(..) | Self::Contact(..))
    }
}

/// More than this many signals in hand: first give one back.
const HANDFUL: usize = 90;

/// What this colleague does next, given the open signals as the server has them.
pub fn colleague_action(random: &mut Random, colleague: &Colleague, now: Instant, rows: &[SignalSummary]) -> Action {
    let today = zone::date_of(now);
    let open = || rows.iter().filter(|row| row.status.is_open());
    let mine: Vec<&SignalSummary> = open()
        .filter(|row| row.owner.as_ref().is_some_and(|owner| owner.account == colleague.account && owner.holds_at(now)))
        .collect();
    let free: Vec<&SignalSummary> = open()
        .filter(|row| matches!(row.status, Status::Received | Status::Triage | Status::Waiting))
        .filter(|row| row.owner.as_ref().is_none_or(|owner| !owner.holds_at(now)))
        .collect();
    match random.below(100) {
        0..34 if !free.is_empty() && mine.len() < HANDFUL => Action::Claim(random.pick(&free).id, NewClaim::default()),
        0..58 if !mine.is_empty() => {
            let row = random.pick(&mine);
            Action::Note(row.id, note(row, today, random))
        }
        0..84 if !mine.is_empty() => {
            let row = random.pick(&mine);
            Action::Contact(row.id, NewContactMoment { contact: contact(row, today, random), officer: None })
        }
        0..91 if !mine.is_empty() => Action::Release(random.pick(&mine).id),
        _ => Action::Report(Box::new(report(today, random))),
    }
}

/// How long a colleague works before the next action shows: 20 to 40 seconds.
pub fn pause(random: &mut Random) -> Duration {
    Duration::from_millis(random.between(20_000, 40_000) as u64)
}

fn note(row: &SignalSummary, today: Date, random: &mut Random) -> NewNote {
    const NOTES: &[&str] = &[
        "Stukken binnen; besluit nagelezen.",
        "Vraag uitgezet bij de jurist: is afwijken mogelijk binnen de eigen wet?",
        "Melder om een overzicht van de schulden gevraagd.",
        "Standpunt van {instantie} schriftelijk opgevraagd.",
        "Gemeld bij het vaste contact van {instantie}; antwoord verwacht op {dag}.",
        "Overbrugging besproken met de gemeente; die zoekt uit wat kan.",
    ];
    let day = weekday(rhythm::working_days_after(today, 1 + random.below(3)));
    let text = random.pick(NOTES).replace("{instantie}", &counterpart(row, random)).replace("{dag}", day);
    NewNote { text: text.into(), origin: Origin::Typed }
}

fn contact(row: &SignalSummary, today: Date, random: &mut Random) -> ContactMoment {
    const AGREED: &[&str] = &[
        "Contactpersoon zoekt uit wie mandaat heeft en belt terug.",
        "Bericht volgt binnen twee werkdagen.",
        "Uitvoering wacht tot het eind van volgende week.",
        "Stukken per beveiligde mail gestuurd; ontvangst is bevestigd.",
    ];
    let with = counterpart(row, random);
    if random.chance(40) {
        let back = rhythm::working_days_after(today, 1 + random.below(2));
        return ContactMoment {
            with: with.into(),
            reached: false,
            agreed: "".into(),
            call_back_on: Some(back),
            ..ContactMoment::default()
        };
    }
    ContactMoment { with: with.into(), reached: true, agreed: random.pick(AGREED).into(), ..ContactMoment::default() }
}

/// A national body of the signal, or else the reporter.
fn counterpart(row: &SignalSummary, random: &mut Random) -> String {
    let national: Vec<&str> = row.bodies.iter().map(|body| body.as_str()).filter(|code| !code.starts_with("GM")).collect();
    if national.is_empty() { "melder".into() } else { random.pick(&national).to_owned() }
}

fn report(today: Date, random: &mut Random) -> NewSignal {
    let world = World::new();
    let scenario = random.pick(&world.scenarios);
    let channel = random.pick(&[Channel::Phone, Channel::Form, Channel::Mail]);
    let setting = Setting { today, received_on: today, is_open: true, channel };
    NewSignal {
        received_at: None,
        channel,
        source: None,
        origin: if channel == Channel::Phone { Origin::Typed } else { Origin::Incoming },
        answers: vec![],
        facts: facts::compose(scenario, setting, &world, random),
    }
}
