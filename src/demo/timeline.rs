//! What the two colleagues did with a signal since it came in: claims, notes, contact moments, changes of status.

use chrono::{Datelike, TimeDelta};
use uuid::Builder;

use super::{
    Colleague,
    random::Random,
    rhythm,
    scenario::{OWN_MUNICIPALITY, Scenario},
};
use crate::domain::{
    Date, Instant,
    ids::EntryId,
    signal::{ContactMoment, Entry, EntryKind, Outcome, Status},
    term::calendar,
    zone,
};

/// What a timeline must agree with.
#[derive(Debug, Clone, Copy)]
pub struct Story<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// When it came in.
    pub received_at: Instant,
    /// Today; nothing happens later than yesterday.
    pub today: Date,
    /// Where it stands now.
    pub status: Status,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Who works on it.
    pub colleague: &'a Colleague,
    /// Still held by that colleague?
    pub is_owned: bool,
}

/// The timeline, newest first.
pub fn tell(story: Story<'_>, random: &mut Random) -> Vec<Entry> {
    let acts = acts(story, random);
    let moments = moments(story, acts.len(), random);
    let mut entries = vec![entry(story.received_at, EntryKind::Received, None, random)];
    for (act, at) in acts.into_iter().zip(moments) {
        entries.push(record(act, at, story, random));
    }
    entries.reverse();
    entries
}

/// Dutch names of the weekdays, Monday first.
const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

const NOTES: &[&str] = &[
    "Melder gevraagd om een kort overzicht: wat is geprobeerd, wanneer en met wie.",
    "Stukken compleet; besluit en correspondentie toegevoegd.",
    "Toestemming van het huishouden is binnen.",
    "Lijkt op een eerder signaal; de oplossing van toen voorgelegd aan {instantie}.",
    "Vraag uitgezet bij de jurist: is afwijken mogelijk binnen de eigen wet?",
    "Gebeld met {instantie}, niet bereikt; terugbellen {dag}.",
    "Gemeld bij het vaste contact van {instantie}; antwoord verwacht op {dag}.",
    "Leerpunt: instanties wachten op elkaars besluit.",
    "Melder laat weten dat de situatie thuis gespannen is; vaker contact afgesproken.",
    "Escalatie voorbereid; eerst het antwoord van {instantie} afwachten.",
    "Standpunt van {instantie} schriftelijk opgevraagd.",
    "Gemeente wil meedenken over een overbrugging; bedrag wordt uitgezocht.",
];

const AGREED_WITH_BODY: &[&str] = &[
    "Contactpersoon zoekt uit wie mandaat heeft en belt terug.",
    "Dossier wordt bekeken door een maatwerkfunctionaris; bericht volgt binnen twee werkdagen.",
    "Uitvoering wacht tot het eind van volgende week.",
    "Stukken per beveiligde mail gestuurd; ontvangst is bevestigd.",
    "Er komt intern overleg; de uitkomst wordt teruggekoppeld.",
    "Vraagt om het besluit en de reactie van de gemeente; dat is toegezegd.",
    "Ziet ruimte voor maatwerk, maar wil eerst de stukken zien.",
];

const AGREED_WITH_REPORTER: &[&str] = &[
    "Melder stuurt het besluit en een overzicht van de schulden na.",
    "Melder houdt contact met het gezin; situatie ongewijzigd.",
    "Melder vraagt toestemming om gegevens te delen.",
    "Melder bereidt een bezwaar voor, zo nodig pro forma.",
];

enum Act {
    Status(Status, Status),
    Claim,
    Release,
    Note(String),
    Reached(String, &'static str),
    NotReached(String, usize),
}

/// What happened, in order.
fn acts(story: Story<'_>, random: &mut Random) -> Vec<Act> {
    use Status::{Agreed, Closed, InProgress, OutOfScope, Received, Referred, Triage, Waiting, WithBody};
    let mut acts = vec![];
    if story.status == Received {
        return acts;
    }
    acts.push(Act::Status(Received, Triage));
    if story.status != Triage || story.is_owned {
        acts.push(Act::Claim);
    }
    if random.chance(55) {
        acts.push(Act::Note(note(NOTES[0], story, random)));
    }
    let path: &[Status] = match story.status {
        Triage => &[],
        Waiting => &[Waiting],
        InProgress => &[InProgress],
        WithBody => &[InProgress, WithBody],
        Agreed => &[InProgress, WithBody, Agreed],
        Status::Aftercare => &[InProgress, WithBody, Agreed, Status::Aftercare],
        Closed if story.outcome == Some(Outcome::Unresolved) => &[InProgress, WithBody, Closed],
        Closed => &[InProgress, WithBody, Agreed, Closed],
        Referred => &[Referred],
        OutOfScope => &[OutOfScope],
        _ => &[InProgress, Status::Withdrawn],
    };
    let mut from = Triage;
    for to in path {
        if matches!(from, InProgress | WithBody) || (from == Triage && random.chance(40)) {
            work(&mut acts, story, random);
        }
        if let Some(text) = conclusion(*to, story) {
            acts.push(Act::Note(note(text, story, random)));
        }
        acts.push(Act::Status(from, *to));
        from = *to;
    }
    if matches!(story.status, Waiting | InProgress | WithBody) {
        work(&mut acts, story, random);
    }
    if !story.is_owned && story.status != Triage && story.status.is_open() {
        acts.push(Act::Release);
    }
    acts
}

/// Calls and notes between two changes of status.
fn work(acts: &mut Vec<Act>, story: Story<'_>, random: &mut Random) {
    for _ in 0..random.weighted(&[(20, 0), (45, 1), (25, 2), (10, 3)]) {
        let who = counterpart(story, random);
        acts.push(match random.below(100) {
            0..30 => Act::NotReached(who, 1 + random.below(2)),
            30..62 => Act::Reached(who, random.pick(AGREED_WITH_BODY)),
            62..76 => Act::Reached("melder".into(), random.pick(AGREED_WITH_REPORTER)),
            _ => Act::Note(note(random.pick(&NOTES[1..]), story, random)),
        });
    }
}

/// What is written down with a change to this status.
fn conclusion(to: Status, story: Story<'_>) -> Option<&'static str> {
    Some(match (to, story.outcome) {
        (Status::Waiting, _) => "Besluit ontbreekt nog; melder stuurt het na.",
        (Status::WithBody, _) => "Voorgelegd aan {instantie} met de vraag om maatwerk.",
        (Status::Agreed, _) => "Afspraak gemaakt met {instantie}: uitvoering binnen twee weken.",
        (Status::Aftercare, _) => "Afspraak is uitgevoerd. Over vier weken nabellen bij de melder.",
        (Status::Referred, _) => "Doorverwezen: het register gaf de juiste functionaris, melder heeft contact.",
        (Status::OutOfScope, _) => "Niet voor het loket: de gewone procedure loopt nog en is op tijd. Melder is geïnformeerd.",
        (Status::Withdrawn, _) => "Ingetrokken door de melder: lokaal opgelost.",
        (Status::Closed, Some(Outcome::WithinRules)) => "Besluit herzien door {instantie}; melder bevestigt dat het is verwerkt.",
        (Status::Closed, Some(Outcome::Deviation)) => "Afgeweken van de eigen regel door {instantie}; per brief bevestigd.",
        (Status::Closed, Some(Outcome::Breakthrough)) => {
            "Doorbraak in het LET: de kosten zijn verdeeld en de afspraken liggen vast."
        }
        (Status::Closed, Some(Outcome::Bridging)) => "Overbrugging is gestart; wie betaalt wordt later vastgesteld.",
        (Status::Closed, _) => "Geen oplossing gevonden binnen de ruimte die er is; leerpunt vastgelegd.",
        _ => return None,
    })
}

/// Fills in who and which day; the day is corrected when the moment is known.
fn note(text: &str, story: Story<'_>, random: &mut Random) -> String {
    text.replace("{instantie}", &counterpart(story, random))
}

/// Whom one calls in this story, as it is jotted down.
fn counterpart(story: Story<'_>, random: &mut Random) -> String {
    let national: Vec<&str> =
        story.scenario.bodies.iter().map(|(code, _)| *code).filter(|code| *code != OWN_MUNICIPALITY).collect();
    if national.is_empty() {
        let others: Vec<&str> = story.scenario.tried.iter().map(|(_, with)| *with).collect();
        return random.pick(&others).to_owned();
    }
    random.pick(&national).to_owned()
}

/// So many moments in office hours, in order, from receipt up to yesterday.
fn moments(story: Story<'_>, count: usize, random: &mut Random) -> Vec<Instant> {
    let received_on = zone::date_of(story.received_at);
    let days: Vec<Date> =
        received_on.iter_days().take_while(|day| *day < story.today).filter(|day| calendar::is_ordinary(*day)).collect();
    let mut moments: Vec<Instant> = (0..count)
        .filter_map(|index| {
            // The first acts soon after receipt, the others spread.
            let reach = if index < 2 { days.len().min(2) } else { days.len() };
            let day = days.get(random.below(reach))?;
            Some(rhythm::at(*day, random.between(8 * 60 + 40, 17 * 60) as u64))
        })
        .collect();
    moments.resize(count, story.received_at);
    moments.sort_unstable();
    let mut earliest = story.received_at;
    for moment in &mut moments {
        *moment = (*moment).max(earliest + TimeDelta::minutes(random.between(2, 7)));
        earliest = *moment;
    }
    moments
}

fn record(act: Act, at: Instant, story: Story<'_>, random: &mut Random) -> Entry {
    let on = zone::date_of(at);
    let by = Some(story.colleague);
    match act {
        Act::Status(old, new) => Entry {
            text: "status".into(),
            old: Some(old.code().into()),
            new: Some(new.code().into()),
            ..entry(at, EntryKind::Change, by, random)
        },
        Act::Claim => entry(at, EntryKind::Claim, by, random),
        Act::Release => entry(at, EntryKind::Release, by, random),
        Act::Note(text) => {
            let day = weekday(rhythm::working_days_after(on, 1 + random.below(3)));
            Entry { text: text.replace("{dag}", day).into(), ..entry(at, EntryKind::Note, by, random) }
        }
        Act::Reached(with, agreed) => Entry {
            text: agreed.into(),
            contact: Some(ContactMoment { with: with.into(), reached: true, agreed: agreed.into(), ..ContactMoment::default() }),
            ..entry(at, EntryKind::Contact, by, random)
        },
        Act::NotReached(with, days) => {
            let back = rhythm::working_days_after(on, days);
            let text = format!("Gebeld met {with}, niet bereikt; terugbellen {}.", weekday(back));
            Entry {
                text: text.into(),
                contact: Some(ContactMoment {
                    with: with.into(),
                    reached: false,
                    agreed: "".into(),
                    call_back_on: Some(back),
                    ..ContactMoment::default()
                }),
                ..entry(at, EntryKind::Contact, by, random)
            }
        }
    }
}

fn entry(at: Instant, kind: EntryKind, by: Option<&Colleague>, random: &mut Random) -> Entry {
    let milliseconds = at.timestamp_millis().unsigned_abs();
    Entry {
        id: EntryId(Builder::from_unix_timestamp_millis(milliseconds, &random.ten_bytes()).into_uuid()),
        at,
        kind,
        by: by.map(|colleague| colleague.account),
        by_name: by.map_or("", |colleague| colleague.name).into(),
        organisation: None,
        text: "".into(),
        contact: None,
        old: None,
        new: None,
        linked: None,
    }
}

/// The Dutch name of the day of the week.
pub(super) fn weekday(day: Date) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}
