//! From a scenario to the facts of a signal: numbers, dates and people filled in so that they agree.

use chrono::{Datelike, Days, TimeDelta};

use super::{
    people,
    random::Random,
    rhythm::ordinary_until,
    scenario::{Ruling, Scenario},
    world::{World, body_code},
};
use crate::domain::{
    Date,
    ids::MunicipalityCode,
    signal::{Attachment, Attempt, Body, Channel, Decision, Facts, SharingGround, Threat, Urgency},
    term::calendar,
};

/// Under which circumstances a signal is told.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Today.
    pub today: Date,
    /// The day of receipt.
    pub received_on: Date,
    /// Does it still ask for work? Then its dates lie around today.
    pub is_open: bool,
    /// How it came in.
    pub channel: Channel,
}

/// The facts of one signal.
pub fn compose(scenario: &Scenario, setting: Setting, world: &World, random: &mut Random) -> Facts {
    let municipality = world.municipality_for(scenario, random);
    let values = Values::draw(scenario, random);
    let drawn = urgency(scenario, setting, random);
    let threats: Vec<Threat> = scenario.threat.map(|what| threat(what, drawn, setting, random)).into_iter().collect();
    let urgency = pressed(drawn, &threats, setting);
    let decisions: Vec<Decision> =
        scenario.ruling.and_then(|ruling| decision(ruling, &values, municipality.code, setting, random)).into_iter().collect();
    let is_pressing = urgency <= Urgency::High;
    Facts {
        title: random.pick(scenario.titles).into(),
        account: account(scenario, &values, random).into(),
        reporter: people::reporter(random, municipality),
        municipality: Some(municipality.code),
        household: random.chance(60).then(|| household(random)),
        life_domains: scenario.domains.to_vec(),
        bodies: scenario
            .bodies
            .iter()
            .map(|(code, position)| Body {
                organisation: body_code(code, municipality.code),
                position: values.fill(position).into(),
            })
            .collect(),
        stalemate: values.fill(scenario.stalemate).into(),
        tried: tried(scenario, setting, random),
        threats,
        decisions,
        desired_by_household: scenario.household_wants.into(),
        desired_by_professional: scenario.professional_wants.into(),
        sharing_grounds: sharing_grounds(scenario, setting, random),
        urgency: Some(urgency),
        urgency_reason: if is_pressing { scenario.reason } else { "" }.into(),
        labels: labels(random),
        attachments: attachments(setting.channel, random),
        snoozed_until: None,
        ..Facts::default()
    }
}

/// The numbers of one household: the same wherever they are named.
struct Values {
    euros: u32,
    monthly: u32,
    months: usize,
    weeks: usize,
    children: usize,
    count: i64,
}

const NUMBER_WORDS: [&str; 10] = ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"];

impl Values {
    fn draw(scenario: &Scenario, random: &mut Random) -> Self {
        let (low, high) = scenario.euros;
        Self {
            euros: random.between(low.into(), high.into()) as u32,
            monthly: random.between(55, 390) as u32,
            months: random.below(NUMBER_WORDS.len()),
            weeks: random.below(7) + 1,
            children: random.weighted(&[(50, 0), (35, 1), (15, 2)]),
            count: random.between(6, 28),
        }
    }

    /// The text with its places filled.
    fn fill(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, place)) = rest.split_once('{') {
            let (name, after) = place.split_once('}').unwrap_or((place, ""));
            out.push_str(before);
            out.push_str(&self.value(name));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn value(&self, name: &str) -> String {
        match name {
            "bedrag" => euros(self.euros),
            "inhouding" => euros(self.monthly),
            "maanden" => NUMBER_WORDS[self.months].into(),
            "weken" => NUMBER_WORDS[self.weeks].into(),
            "kinderen" => format!("{} kinderen", NUMBER_WORDS[self.children]),
            "Kinderen" => format!("{} kinderen", ["Twee", "Drie", "Vier"][self.children.min(2)]),
            "aantal" => self.count.to_string(),
            other => other.into(),
        }
    }
}

/// `€ 1.840`
fn euros(amount: u32) -> String {
    if amount < 1000 { format!("€ {amount}") } else { format!("€ {}.{:03}", amount / 1000, amount % 1000) }
}

fn account(scenario: &Scenario, values: &Values, random: &mut Random) -> String {
    let mut sentences: Vec<String> = Vec::with_capacity(scenario.account.len());
    for (at, sentence) in scenario.account.iter().enumerate() {
        if at < 2 || random.chance(72) {
            sentences.push(values.fill(sentence));
        }
    }
    sentences.join(" ")
}

/// Mostly the scenario's usual urgency; a crisis does not stay one for weeks.
fn urgency(scenario: &Scenario, setting: Setting, random: &mut Random) -> Urgency {
    use Urgency::{Crisis, High, Low, Normal};
    let drawn = match scenario.urgency {
        Crisis => random.weighted(&[(45, Crisis), (55, High)]),
        High if scenario.threat.is_some() => random.weighted(&[(6, Crisis), (56, High), (38, Normal)]),
        High => random.weighted(&[(60, High), (40, Normal)]),
        Normal => random.weighted(&[(12, High), (66, Normal), (22, Low)]),
        Low => random.weighted(&[(30, Normal), (70, Low)]),
    };
    let age = (setting.today - setting.received_on).num_days();
    if drawn == Crisis && setting.is_open && age > 10 { High } else { drawn }
}

/// What threatens within days is no longer low.
fn pressed(urgency: Urgency, threats: &[Threat], setting: Setting) -> Urgency {
    let days_left = threats.iter().filter_map(|threat| threat.on).map(|day| (day - setting.today).num_days()).min();
    match days_left.filter(|_| setting.is_open) {
        Some(..=3) => urgency.min(Urgency::High),
        Some(4..=10) => urgency.min(Urgency::Normal),
        _ => urgency,
    }
}

/// Things that only happen on working days.
const ON_WORKING_DAYS: &[&str] =
    &["ontruiming", "afsluiting", "zitting", "gijzeling", "beslag", "incasso", "plaatsing", "vrijlating", "ontslag"];

fn threat(what: &'static str, urgency: Urgency, setting: Setting, random: &mut Random) -> Threat {
    let days = if !setting.is_open {
        let after = random.between(2, 40);
        return Threat { what: what.into(), on: setting.received_on.checked_add_signed(TimeDelta::days(after)) };
    } else {
        match urgency {
            Urgency::Crisis => random.weighted(&[(8, (-1, -1)), (18, (0, 0)), (24, (1, 1)), (50, (2, 4))]),
            Urgency::High => {
                random.weighted(&[(3, (-3, -1)), (3, (0, 0)), (6, (1, 1)), (22, (2, 6)), (46, (7, 21)), (20, (22, 40))])
            }
            _ if random.chance(12) => return Threat { what: what.into(), on: None },
            _ => random.weighted(&[(2, (-5, -1)), (2, (0, 0)), (3, (1, 1)), (10, (2, 6)), (38, (7, 21)), (45, (22, 60))]),
        }
    };
    let days = random.between(days.0, days.1);
    let on = (setting.today + TimeDelta::days(days)).max(setting.received_on);
    let needs_office = ON_WORKING_DAYS.iter().any(|part| what.contains(part));
    let on = if needs_office && days >= 0 { calendar::ordinary_from(on).unwrap_or(on) } else { on };
    Threat { what: what.into(), on: Some(on) }
}

/// A decision that was made known before receipt, with its objection term ending around today while the signal is open.
fn decision(ruling: Ruling, values: &Values, own: MunicipalityCode, setting: Setting, random: &mut Random) -> Option<Decision> {
    let announced_on = announced_on(ruling, setting, random).filter(|_| random.chance(88))?;
    let organisation = body_code(ruling.body, own);
    let (mut known, mut dated) = (Some(announced_on), None);
    match random.below(100) {
        0..60 => {}
        60..86 => dated = announced_on.checked_sub_days(Days::new(random.below(3) as u64)),
        _ => (known, dated) = (None, Some(announced_on)),
    }
    if ruling.body == "BD" && known.is_some() {
        // The tax administration dates its letters; some days after sending is usual.
        dated = announced_on.checked_add_days(Days::new(random.below(4) as u64)).map(|day| day.min(setting.received_on));
    }
    let number = random.between(10_000, 99_999);
    let reference = match ruling.prefix {
        "INV" => format!("INV-{}{}", random.between(1, 9), number),
        "WAHV" => format!("WAHV-{}-{}-{:03}", number % 90 + 10, random.between(100, 999), random.between(0, 999)),
        prefix => format!("{prefix}-{}-{number}", announced_on.year()),
    };
    Some(Decision {
        organisation,
        reference: reference.into(),
        kind: ruling.kind.into(),
        amount_cents: random.chance(70).then_some(i64::from(values.euros) * 100),
        announced_on: known,
        dated_on: dated,
    })
}

fn announced_on(ruling: Ruling, setting: Setting, random: &mut Random) -> Option<Date> {
    let term_days = if matches!(ruling.body, "IND" | "DTenV" | "COA") { 28 } else { 42 };
    let before = |day: Date, days: i64| day.checked_sub_signed(TimeDelta::days(days));
    if !setting.is_open {
        return before(setting.received_on, random.between(2, 35)).map(ordinary_until);
    }
    let (low, high) = random.weighted(&[(3, (-6, -1)), (4, (0, 0)), (4, (1, 1)), (19, (2, 6)), (42, (7, 20)), (28, (21, 40))]);
    let aimed = before(setting.today, term_days - random.between(low, high))?;
    let announced = if aimed <= setting.received_on { aimed } else { before(setting.received_on, random.between(0, 9))? };
    let announced = ordinary_until(announced);
    let ends_in = term_days - (setting.today - announced).num_days();
    (ends_in >= 0 || (ends_in >= -6 && random.chance(30))).then_some(announced)
}

fn tried(scenario: &Scenario, setting: Setting, random: &mut Random) -> Vec<Attempt> {
    let count = if random.chance(30) { scenario.tried.len().saturating_sub(1).max(1) } else { scenario.tried.len() };
    let mut days_before = random.between(4, 12) * count as i64;
    scenario.tried[..count.min(scenario.tried.len())]
        .iter()
        .map(|(what, with)| {
            let on = setting.received_on.checked_sub_signed(TimeDelta::days(days_before)).map(ordinary_until);
            days_before = (days_before - random.between(2, 6)).max(1);
            Attempt { what: (*what).into(), on: on.filter(|_| random.chance(85)), with: (*with).into() }
        })
        .collect()
}

/// A reference that people can say on the phone: no letters or digits that look alike.
fn household(random: &mut Random) -> String {
    const SIGNS: &[u8] = b"23456789ACDEFGHJKLMNPQRTUVWXYZ";
    let signs: String = (0..4).map(|_| char::from(random.pick(SIGNS))).collect();
    format!("H-{signs}")
}

fn sharing_grounds(scenario: &Scenario, setting: Setting, random: &mut Random) -> Vec<SharingGround> {
    let Some((recipient, _)) = scenario.bodies.first().filter(|_| random.chance(40)) else { return vec![] };
    let basis = random.weighted(&[
        (60, "AVG art. 6 lid 1 onder e: taak van algemeen belang"),
        (25, "Toestemming van het huishouden"),
        (15, "AVG art. 6 lid 1 onder d: vitaal belang"),
    ]);
    vec![SharingGround {
        basis: basis.into(),
        purpose: "Doorbreken van de patstelling".into(),
        recipient: if *recipient == super::scenario::OWN_MUNICIPALITY { "Gemeente" } else { *recipient }.into(),
        until: setting.received_on.checked_add_days(Days::new(182)),
    }]
}

fn labels(random: &mut Random) -> Vec<crate::domain::text::RawText> {
    const LABELS: &[&str] = &["leerpunt", "LET overwegen", "terugbellen", "jurist meekijken", "overbrugging"];
    if random.chance(22) { vec![random.pick(LABELS).into()] } else { vec![] }
}

fn attachments(channel: Channel, random: &mut Random) -> Vec<Attachment> {
    const NAMES: &[&str] = &["besluit.pdf", "brief instantie.pdf", "overzicht schulden.pdf", "vonnis.pdf"];
    if !matches!(channel, Channel::Form | Channel::Mail) || !random.chance(35) {
        return vec![];
    }
    vec![Attachment {
        name: random.pick(NAMES).into(),
        media_type: "application/pdf".into(),
        size: random.between(28_000, 640_000) as u64,
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_the_dutch_way() {
        assert_eq!([euros(75), euros(1_840), euros(12_005)], ["€ 75", "€ 1.840", "€ 12.005"]);
    }

    #[test]
    fn every_place_in_every_scenario_is_filled() {
        let world = World::new();
        let mut random = Random::new(3);
        for scenario in &world.scenarios {
            let values = Values::draw(scenario, &mut random);
            let positions = scenario.bodies.iter().map(|(_, position)| position);
            for text in scenario.account.iter().chain(positions).chain([&scenario.stalemate]) {
                let filled = values.fill(text);
                for name in ["{", "}", "bedrag}", "maanden}", "weken}", "kinderen}", "inhouding}", "aantal}"] {
                    assert!(!filled.contains(name), "{filled}");
                }
            }
            for name in scenario.account.iter().flat_map(|text| text.split('{').skip(1)) {
                let name = name.split('}').next().unwrap_or_default();
                assert_ne!(values.value(name), name, "an unknown place in {:?}", scenario.titles);
            }
        }
    }
}
