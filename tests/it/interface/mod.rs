//! The interface without a terminal: keys in, state, effects and screen out.

mod actions;
mod agenda;
mod agenda_changes;
mod agenda_elsewhere;
mod agenda_facts;
mod agenda_filled;
mod agenda_fixed;
mod agenda_forms;
mod agenda_large;
mod agenda_let;
mod agenda_meanwhile;
mod agenda_over;
mod agenda_rules;
mod agenda_second;
mod agenda_series;
pub mod agenda_settled;
mod agenda_undo;
mod alarms;
pub mod arranged;
mod arrangements;
mod at_hand;
pub mod board;
mod board_filter;
mod bulk;
mod columns;
mod commands;
pub mod conflict;
mod conflict_elsewhere;
mod dates;
mod declined;
mod deeds;
mod drafts;
mod duplicates;
mod explaining;
mod exports;
mod filling;
mod forms;
mod guards;
mod habits;
pub mod item_papers;
mod learning;
mod lists;
mod lookup;
pub mod meetings;
mod messages;
mod narrowing;
mod newcomers;
pub mod paper_versions;
mod papers;
mod person;
mod place;
mod pointing;
pub mod presence;
mod promises;
mod promises_lapse;
mod reveals;
mod rows;
mod screens;
mod setup;
mod sharing;
mod signing_in;
mod stale;
mod text;
pub mod traces;
mod undoing;
mod unkept;
mod verdicts;
mod views;
mod waiting;

pub use person::person;

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    client::replica::Replica,
    domain::{
        ids::{AccountId, MunicipalityCode, OfficerId, OrganisationCode, SignalId, SignalNumber},
        officer::{Mandate, Officer, OfficerFacts},
        signal::{HardDate, HardDateKind, Owner, Signal, SignalSummary, Status, Urgency},
        text::RawText,
    },
    explanation::Library,
    locale::{Language, Texts},
    tui::{
        app::{
            Choices, Start, State,
            key::Key,
            keymap::{self, Keymap},
            message::{Answer, Call, Effect, Link, Msg},
            settings::Settings,
        },
        view::{self, theme::Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};
use uuid::Uuid;

/// Monday 23 November 2026, 09:41 in the Netherlands.
pub fn now() -> DateTime<Utc> {
    "2026-11-23T08:41:00Z".parse().unwrap()
}

pub fn me() -> AccountId {
    AccountId(Uuid::from_u128(1))
}

pub fn id(number: u32) -> SignalId {
    SignalId(Uuid::from_u128(1000 + u128::from(number)))
}

/// A row with a hard date so many days from today.
pub fn row(number: u32, title: &str, urgency: Urgency, days: Option<i64>) -> SignalSummary {
    SignalSummary {
        id: id(number),
        number: SignalNumber::new(2026, number),
        version: 1,
        received_at: now() - chrono::TimeDelta::days(3),
        status: Status::Received,
        urgency,
        title: title.into(),
        municipality: Some(MunicipalityCode(344)),
        bodies: vec![OrganisationCode("CAK".into()), OrganisationCode("RvIG".into())],
        hard_date: days.map(|days| HardDate {
            on: now().date_naive() + chrono::TimeDelta::days(days),
            kind: HardDateKind::Threat,
            label: "zorg stopt".into(),
            organisation: None,
            uncertain: false,
        }),
        owner: None,
        snoozed_until: None,
        merged_into: None,
    }
}

pub fn rows() -> Vec<SignalSummary> {
    vec![
        row(471, "Ontruiming terwijl nabetaling kinderbijslag loopt", Urgency::Crisis, Some(0)),
        row(502, "Verrekening met huurtoeslag loopt door", Urgency::Crisis, Some(1)),
        row(503, "Kind zonder zorgverzekering", Urgency::High, Some(2)),
        row(505, "Inschrijving BRP geweigerd, geen adres", Urgency::High, Some(3)),
        row(510, "Verblijfsdocument kwijt tijdens verhuizing", Urgency::Normal, Some(15)),
        row(512, "Vraag over mandaat maatwerkfunctionaris", Urgency::Low, None),
    ]
}

pub fn officer(number: u128, name: &str, organisation: &str, phone: &str) -> Officer {
    let facts = OfficerFacts {
        organisation: OrganisationCode(organisation.into()),
        role_code: "maatwerkfunctionaris".into(),
        title: "maatwerkfunctionaris".into(),
        name: name.into(),
        phone: phone.into(),
        mail: format!("{}@voorbeeld.nl", number).into(),
        direct_phone: RawText::default(),
        direct_mail: RawText::default(),
        availability: RawText::default(),
        absent_from: None,
        absent_until: None,
        deputy: "E. Smits".into(),
        mandate: Mandate::Decide,
        mandate_excludes: "ontruiming".into(),
        mandate_source: RawText::default(),
        mandate_until: None,
        budget_euros: Some(5000),
        domains: vec!["toeslagen".into()],
        municipalities: vec![],
        escalation: RawText::default(),
        valid_from: None,
        valid_to: None,
        verified_on: Some(now().date_naive() - chrono::TimeDelta::days(20)),
        provenance: "opgave organisatie".into(),
    };
    Officer {
        id: OfficerId(Uuid::from_u128(number)),
        version: 1,
        changed_at: now(),
        source: None,
        facts,
        verdict: Default::default(),
    }
}

/// A replica with these rows and a small register.
pub fn replica(rows: &[SignalSummary]) -> Replica {
    let mut replica = Replica::of_rows(rows);
    for officer in [
        officer(1, "S. de Boer", "GM0344", "+31 85 555 0101"),
        officer(2, "D. El Bouazzaoui", "CAK", "+31 85 555 0202"),
        officer(3, "F. Yıldız", "GM0505", "+31 85 555 0303"),
    ] {
        let line = serde_json::json!({"kind": "officer", "row": officer}).to_string();
        replica.apply_line(line.as_bytes()).unwrap();
    }
    replica
}

/// Everything has arrived: what comes now is news.
pub fn complete(rows: &[SignalSummary]) -> Replica {
    let mut replica = replica(rows);
    let line = serde_json::json!({"kind": "cursor", "cursor": "1", "now": now()}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    replica
}

/// The interface with everything arrived.
pub fn arrived(size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(size);
    bench.tell(Msg::Replica(complete(&rows())));
    bench.effects.clear();
    bench
}

/// What the list shows.
pub fn shown(bench: &Bench) -> Vec<SignalId> {
    let signals = bench.state.replica.signals();
    bench.state.signals.rows.iter().map(|row| signals.get(*row).unwrap().id()).collect()
}

/// The whole signal behind a row.
pub fn whole(summary: &SignalSummary, owner: Option<AccountId>, version: i64) -> Signal {
    serde_json::from_value(serde_json::json!({
        "id": summary.id, "number": summary.number, "version": version, "receivedAt": summary.received_at, "channel": "phone",
        "source": null, "status": summary.status, "outcome": null,
        "facts": {"title": summary.title, "account": "CAK verwijst naar de gemeente, de gemeente naar het CAK.",
            "reporter": {"name": "A. Hoekema"}, "urgency": summary.urgency},
        "flags": [], "owner": owner.map(|account| Owner { account, name: "M. Visser".into(), lease_until: now() + chrono::TimeDelta::minutes(15) }),
        "hardDate": summary.hard_date, "terms": [], "timeline": [], "shielded": ["reporter.phone"],
    }))
    .unwrap()
}

/// The interface at work.
pub struct Bench {
    pub state: State,
    pub effects: Vec<Effect>,
}

impl Bench {
    pub fn new(size: (u16, u16)) -> Self {
        Self::with(size, &rows())
    }

    pub fn with(size: (u16, u16), rows: &[SignalSummary]) -> Self {
        let mut bench = Self::speaking(size, Language::Dutch);
        bench.arrive(rows);
        bench
    }

    /// Just started, without anything from the server.
    pub fn speaking(size: (u16, u16), language: Language) -> Self {
        // The pages are read once for all tests.
        static PAGES: LazyLock<Arc<Library>> = LazyLock::new(Arc::default);
        let mut state = State::new(start(size, language));
        state.explanations = PAGES.clone();
        Self { state, effects: vec![] }
    }

    /// The connection is there, and all that the server has.
    pub fn arrive(&mut self, rows: &[SignalSummary]) -> &mut Self {
        self.tell(Msg::Me(Box::new(person()))).tell(Msg::Link(Link::Live)).tell(Msg::Replica(replica(rows)));
        self.effects.clear();
        self
    }

    /// Gives a message and keeps its effects.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        let effects = self.state.update(msg);
        self.effects.extend(effects);
        self
    }

    /// Presses keys, `c`, `Ctrl+S`, `y y`; separated by blanks.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in Key::sequence(keys).unwrap() {
            // At a human pace: what comes faster is stopped and asked about.
            self.tell(Msg::Clock(self.state.now + TimeDelta::milliseconds(60)));
            self.tell(Msg::Key(key));
        }
        self
    }

    /// With another keymap.
    pub fn keymap(&mut self, name: &str) -> &mut Self {
        self.state.keymap = Arc::new(Keymap::shipped(name).unwrap());
        let (width, height) = self.state.size;
        self.tell(Msg::Resize(width, height))
    }

    /// Types text.
    pub fn type_in(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.tell(Msg::Key(Key::char(c)));
        }
        self
    }

    /// The requests since the last time, without those of previews.
    pub fn sent(&mut self) -> Vec<(u64, Call, Uuid)> {
        let effects = std::mem::take(&mut self.effects).into_iter();
        let sent = effects.filter_map(|effect| match effect {
            Effect::Send { call: Call::Read(_) | Call::Resembling(_), .. } => None,
            Effect::Send { request, call, key, .. } => Some((request, call, key.0)),
            _ => None,
        });
        sent.collect()
    }

    pub fn answer(&mut self, request: u64, signal: Signal) -> &mut Self {
        self.tell(Msg::Reply { request, reply: Ok(Answer::Signal(Box::new(signal))) })
    }

    /// Lets every timer run out, and answers every read with this signal.
    pub fn settle(&mut self, signal: &Signal) {
        for effect in std::mem::take(&mut self.effects) {
            if let Effect::Wait(_, timer) = effect {
                self.tell(Msg::Timer(timer));
            }
        }
        for request in self.state.requests.keys().copied().collect::<Vec<_>>() {
            self.answer(request, signal.clone());
        }
    }

    pub fn message(&self) -> String {
        self.state.message.as_ref().map(|message| message.text.as_str().to_owned()).unwrap_or_default()
    }

    /// Draws once and tells the state what drawing found, as the shell does.
    pub fn look(&mut self) {
        let (width, height) = self.state.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        let drawn = view::draw(&self.state, &Theme::shipped("dark").unwrap(), &mut buffer);
        self.tell(Msg::Measured { most: drawn.scroll_most, timeline: drawn.timeline, card: drawn.card_most });
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.screen_in(&Theme::shipped("dark").unwrap())
    }

    /// The screen as text, in a theme.
    pub fn screen_in(&self, theme: &Theme) -> String {
        let (width, height) = self.state.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        let _ = view::draw(&self.state, theme, &mut buffer);
        (0..height)
            .map(|y| {
                let line: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
                format!("{}\n", line.trim_end())
            })
            .collect()
    }
}

pub fn start(size: (u16, u16), language: Language) -> Start {
    Start {
        size,
        now: now(),
        seed: [7; 16],
        server: "http://127.0.0.1:8080".into(),
        texts: texts(language),
        keymap: choices().keymaps[0].1.clone(),
        choices: choices(),
        templates: vec![],
        mouse: false,
        plain: false,
        settings: Settings { lock_after_minutes: 0, ..Settings::default() },
        notice: None,
    }
}

/// The texts of a language, read once.
fn texts(language: Language) -> Arc<Texts> {
    static READ: LazyLock<Vec<(Language, Arc<Texts>)>> =
        LazyLock::new(|| Language::ALL.iter().map(|language| (*language, Arc::new(Texts::new(*language)))).collect());
    READ.iter().find(|(known, _)| *known == language).unwrap().1.clone()
}

pub fn choices() -> Choices {
    static KEYMAPS: LazyLock<Vec<(String, Arc<Keymap>)>> = LazyLock::new(|| {
        let keymap = |(name, _): &(&str, &str)| ((*name).to_owned(), Arc::new(Keymap::shipped(name).unwrap()));
        keymap::SHIPPED.iter().map(keymap).collect()
    });
    Choices { keymaps: KEYMAPS.clone(), themes: vec!["dark".into(), "light".into()], ..Choices::default() }
}
