//! The register of the demonstration: who has which mandate in every municipality and body.

use chrono::Days;
use uuid::Builder;

use super::{
    Plan,
    bodies::{BODIES, BodyProfile},
    people,
    random::Random,
    rhythm::{self, ordinary_until},
    world::World,
};
use crate::domain::{
    Date,
    ids::{OfficerId, OrganisationCode},
    municipality::Municipality,
    officer::{Mandate, Officer, OfficerFacts},
    text::RawText,
    verdict::{Report, Verdict},
};

/// Officers that every body has before the municipalities get theirs.
const PER_BODY: usize = 3;

/// Every entry of the plan: first three of each body, then one of each municipality, then more of both.
pub fn officers(plan: &Plan) -> impl Iterator<Item = Officer> + use<> {
    let plan = *plan;
    let world = World::new();
    (0..plan.officers as usize).map(move |index| {
        let mut random = Random::for_object(plan.seed, 4, index as u64);
        let of_bodies = BODIES.len() * PER_BODY;
        let facts = if index < of_bodies {
            of_body(&BODIES[index / PER_BODY], index % PER_BODY, plan.today, &mut random)
        } else if let Some(municipality) = world.municipalities.get(index - of_bodies) {
            of_municipality(municipality, plan.today, &mut random)
        } else if random.chance(14) {
            let body = random.pick(BODIES);
            let rank = random.below(PER_BODY);
            of_body(&body, rank, plan.today, &mut random)
        } else {
            let municipality = world.municipality(&mut random);
            of_municipality(municipality, plan.today, &mut random)
        };
        officer(facts, plan.today, &mut random)
    })
}

fn officer(facts: OfficerFacts, today: Date, random: &mut Random) -> Officer {
    let changed_on = facts.verified_on.or(facts.valid_from).unwrap_or(today).min(ordinary_until(today - Days::new(1)));
    let changed_at = rhythm::at(changed_on, random.between(9 * 60, 16 * 60) as u64);
    let milliseconds = changed_at.timestamp_millis().unsigned_abs();
    let id = OfficerId(Builder::from_unix_timestamp_millis(milliseconds, &random.ten_bytes()).into_uuid());
    // Drawn last, so that everything else stays as it was before anything was reported.
    let reports = if random.chance(1) { vec![report(today, random)] } else { vec![] };
    let verdict = Verdict { verified_by: RawText::default(), reports };
    Officer { id, version: 1, changed_at, source: None, facts, verdict }
}

/// Somebody called in the last fortnight, and it was not right.
fn report(today: Date, random: &mut Random) -> Report {
    let day = ordinary_until(today - Days::new(random.between(1, 14) as u64));
    Report {
        at: rhythm::at(day, random.between(9 * 60, 16 * 60) as u64),
        by: people::short_name(random).into(),
        organisation: OrganisationCode("LMM".into()),
        reason: random.pick(&["nummer is buiten gebruik", "werkt hier niet meer", "mandaat ligt nu bij de teammanager"]).into(),
    }
}

const BODY_TITLES: &[&[&str]] = &[
    &["maatwerkfunctionaris", "coördinator maatwerkplaats", "medewerker bijzondere zaken", "contactpersoon multiproblematiek"],
    &["senior adviseur maatwerk", "casemanager complexe zaken", "medewerker vakteam", "procesregisseur"],
    &["escalatiefunctionaris", "manager uitvoering", "hoofd klantzaken"],
];

fn of_body(body: &BodyProfile, rank: usize, today: Date, random: &mut Random) -> OfficerFacts {
    let domain = format!("{}.voorbeeld.nl", body.code.to_lowercase());
    let is_escalation = rank == PER_BODY - 1;
    let mandate = if is_escalation {
        Mandate::Decide
    } else {
        random.weighted(&[(30, Mandate::Decide), (45, Mandate::Coordinate), (25, Mandate::Signal)])
    };
    let mut domains: Vec<RawText> = body.domains.iter().map(|domain| (*domain).into()).collect();
    if !is_escalation && domains.len() > 2 && random.chance(40) {
        domains.truncate(2);
    }
    OfficerFacts {
        role_code: if is_escalation { "escalatiefunctionaris" } else { "maatwerkfunctionaris" }.into(),
        title: random.pick(BODY_TITLES[rank.min(PER_BODY - 1)]).into(),
        mail: format!("{}@{domain}", if is_escalation { "escalatie" } else { "maatwerk" }).into(),
        mandate_excludes: if random.chance(75) { random.pick(body.excludes) } else { "" }.into(),
        mandate_source: random.pick(&["mandaatbesluit 2025", "mandaatregeling directie", "besluit raad van bestuur"]).into(),
        domains,
        escalation: format!("directeur {}", people::short_name(random)).into(),
        ..common(OrganisationCode(body.code.into()), &domain, mandate, today, random)
    }
}

const MUNICIPAL_TITLES: &[&str] = &[
    "maatwerkfunctionaris",
    "zorgmarinier",
    "sociaal pontonnier",
    "doorbraakregisseur",
    "maatwerkambassadeur",
    "procesregisseur",
    "coördinerend professional",
    "casusregisseur",
    "gezinsregisseur",
    "stadsmarinier",
    "regisseur multiproblematiek",
];

const MUNICIPAL_DOMAINS: &[&str] = &[
    "schulden & beslag",
    "huisvesting",
    "werk & opleiding",
    "kinderen & veiligheid",
    "zorgverzekering & langdurige zorg",
    "toeslagen",
    "verblijf & identiteit",
    "onderwijs (DUO)",
    "financiën",
    "geestelijke gezondheid",
];

const MUNICIPAL_EXCLUDES: &[&str] = &[
    "ontruiming",
    "verblijf",
    "kwijtschelding belastingen",
    "urgentie voor een woning",
    "uitgaven boven het budget",
    "jeugdbescherming",
];

fn of_municipality(municipality: &Municipality, today: Date, random: &mut Random) -> OfficerFacts {
    let domain = format!("gm{}.voorbeeld.nl", municipality.code);
    let mandate = random.weighted(&[(44, Mandate::Decide), (32, Mandate::Coordinate), (20, Mandate::Signal), (4, Mandate::None)]);
    let budget = random.weighted(&[(30, 2_500), (35, 5_000), (20, 10_000), (15, 15_000)]);
    let mut domains: Vec<&str> = MUNICIPAL_DOMAINS.to_vec();
    random.shuffle(&mut domains);
    domains.truncate(1 + random.below(4));
    let has_escalation = random.chance(60);
    OfficerFacts {
        role_code: "maatwerkfunctionaris".into(),
        title: random.pick(MUNICIPAL_TITLES).into(),
        mail: format!("maatwerk@{domain}").into(),
        mandate_excludes: if random.chance(55) { random.pick(MUNICIPAL_EXCLUDES) } else { "" }.into(),
        mandate_source: random.pick(&["collegebesluit", "mandaatregister gemeente", "ondermandaat directeur", ""]).into(),
        budget_euros: (mandate == Mandate::Decide && random.chance(70)).then_some(budget),
        domains: domains.into_iter().map(RawText::from).collect(),
        municipalities: vec![municipality.code],
        escalation: if has_escalation { format!("wethouder {}", people::short_name(random)) } else { String::new() }.into(),
        ..common(OrganisationCode::of_municipality(municipality.code), &domain, mandate, today, random)
    }
}

const AVAILABILITY: &[&str] = &[
    "werkdagen 9.00 tot 17.00 uur",
    "maandag tot en met donderdag",
    "dinsdag, woensdag en vrijdag",
    "werkdagen tot 13.00 uur",
    "",
];

/// What an entry of any organisation has.
fn common(organisation: OrganisationCode, domain: &str, mandate: Mandate, today: Date, random: &mut Random) -> OfficerFacts {
    // A function without a person is common: the chair is empty.
    let name = if random.chance(7) { String::new() } else { people::name(random) };
    let has_direct = !name.is_empty() && random.chance(45);
    let verified_on = verified_on(today, random);
    let valid_from = today.checked_sub_days(Days::new(random.between(740, 1400) as u64));
    // Drawn as before there was one central number for each organisation, so that everything else stays as it was.
    let _ = people::phone(random);
    OfficerFacts {
        phone: people::central_phone(organisation.as_str()).into(),
        organisation,
        role_code: String::new(),
        title: "".into(),
        mail: "".into(),
        direct_phone: if has_direct { people::mobile(random) } else { String::new() }.into(),
        direct_mail: if has_direct { format!("{}@{domain}", people::mailbox(&name)) } else { String::new() }.into(),
        name: name.into(),
        availability: random.pick(AVAILABILITY).into(),
        absent_from: None,
        absent_until: random.chance(5).then(|| rhythm::working_days_after(today, 1 + random.below(12))),
        deputy: if random.chance(55) { people::short_name(random) } else { String::new() }.into(),
        mandate,
        mandate_excludes: "".into(),
        mandate_source: "".into(),
        mandate_until: random.chance(25).then(|| today + Days::new(random.between(20, 700) as u64)),
        budget_euros: None,
        domains: vec![],
        municipalities: vec![],
        escalation: "".into(),
        valid_from,
        valid_to: random.chance(25).then(|| today + Days::new(random.between(60, 800) as u64)),
        verified_on,
        provenance: random
            .pick(&["opgave organisatie", "opgave organisatie", "telefonisch nagevraagd", "website organisatie"])
            .into(),
    }
}

/// Within two years before today, more of them lately; now and then never.
fn verified_on(today: Date, random: &mut Random) -> Option<Date> {
    let days = random.weighted(&[(55, (1, 180)), (28, (181, 365)), (14, (366, 730)), (3, (0, 0))]);
    if days == (0, 0) {
        return None;
    }
    today.checked_sub_days(Days::new(random.between(days.0, days.1) as u64)).map(ordinary_until)
}
