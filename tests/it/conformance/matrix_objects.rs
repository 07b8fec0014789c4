//! The cases of the matrix: one of each kind of relation that an organisation outside can have to a case.

use std::{collections::BTreeMap, sync::atomic::AtomicU32};

use chrono::TimeDelta;
use loket::{
    api::path,
    domain::{role::Role, share::SharePart},
};
use serde_json::json;

use super::cases::{marked, new_case, share_with, text};
use crate::support::{http::new_key, samples, server::TestServer};

/// What a case is to somebody outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum To {
    /// The own municipality reported it.
    Own,
    /// It is shared now, with all parts.
    Shared,
    /// Sharing was ended.
    Ended,
    /// The last day passed.
    Lapsed,
    /// It is the desk's, and nobody else's.
    Others,
    /// Another municipality reported it.
    Reported,
    /// There is none with this number.
    Nothing,
}

impl To {
    pub const ALL: [Self; 7] = [Self::Own, Self::Shared, Self::Ended, Self::Lapsed, Self::Others, Self::Reported, Self::Nothing];

    /// The word that is in every field of such a case.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Own => "Eigenq",
            Self::Shared => "Gedeeldq",
            Self::Ended => "Beeindigdq",
            Self::Lapsed => "Voorbijq",
            Self::Others => "Andermansq",
            Self::Reported => "Elderssq",
            Self::Nothing => "Nietsq",
        }
    }

    pub fn is_there(self) -> bool {
        matches!(self, Self::Own | Self::Shared)
    }
}

impl To {
    /// What a body is made of for a case that is not there: as for that case, so that it is what a robber would send.
    pub fn or(self, to: Self) -> Self {
        if to.is_there() { self } else { to }
    }
}

/// A case with the ids of what belongs to it, by the beginning of their paths.
pub struct Object {
    pub number: String,
    pub ids: BTreeMap<&'static str, String>,
    /// The reference of a decision in it.
    pub reference: String,
    /// Days that were suspended here, so that each time-out has one of its own.
    pub days: AtomicU32,
}

impl Object {
    pub fn fill(&self, route: &str) -> String {
        let known = self.ids.iter().find(|(start, _)| route.starts_with(*start)).map(|(_, id)| id);
        let id = known.unwrap_or(&self.ids["/v1/signals"]);
        route.replace("{number}", &self.number).replace("{id}", id).replace("{token}", "geen")
    }
}

/// Everything that may belong to a case, each with its mark: time-out, proposal, lesson, item of an agenda with who is invited.
async fn surrounded(server: &TestServer, mark: &str) -> Object {
    let desk = server.desk();
    let (id, number) = marked(&desk, mark).await;
    let reference = format!("{mark}reference");
    let decision = desk.get(&format!("/v1/signals/{id}")).await.expect(200)["facts"]["decisions"][0].clone();
    let mut time_out = samples::time_out(&id, &reference);
    time_out["decision"] = decision;
    time_out["facts"]["decidedBy"] = format!("{mark}wethouder").into();
    // Of another municipality than those who ask.
    time_out["facts"]["decider"] = "GM0363".into();
    let made = desk.post(path::TIME_OUTS, &time_out).await.expect(201);
    let lesson = json!({ "signal": id, "facts": { "kind": "law", "pattern": format!("{mark}patroon") }, "looked": true });
    let lesson = desk.post(path::LESSONS, &lesson).await.expect(201);
    let item = desk.post(path::AGENDA_CANDIDATES, &json!({ "signal": id })).await.expect(201)["item"].clone();
    let commitments = desk.get(&format!("/v1/commitments?signal={id}")).await.expect(200);
    let ids = BTreeMap::from([
        ("/v1/signals", id),
        ("/v1/time-outs", text(&made["item"]["id"])),
        ("/v1/confirmations", text(&made["confirmation"]["id"])),
        ("/v1/lessons", text(&lesson["id"])),
        ("/v1/agenda-items", text(&item["id"])),
        ("/v1/commitments", text(&commitments["items"][0]["id"])),
    ]);
    Object { number, ids, reference, days: AtomicU32::new(0) }
}

/// The cases there are, seen by these organisations.
pub async fn objects(server: &TestServer) -> BTreeMap<To, Object> {
    let (desk, municipal) = (server.desk(), server.role(Role::Municipal));
    let elsewhere = server.account(Role::Municipal, "Elders", "GM0363").await;
    let mut all = BTreeMap::new();
    for to in [To::Shared, To::Ended, To::Lapsed, To::Others] {
        let mut object = surrounded(server, to.mark()).await;
        let id = object.ids["/v1/signals"].clone();
        for recipient in if to == To::Others { &[][..] } else { &["GM0344", "UWV"] } {
            let mut share = share_with(recipient, SharePart::ALL);
            share["facts"]["purpose"] = format!("{}doel", to.mark()).into();
            if to == To::Lapsed {
                share["facts"]["until"] = "2026-11-16".into();
            }
            let made = desk.post(&path::SIGNAL_SHARES.replace("{id}", &id), &share).await.expect(201);
            let share = text(&made["item"]["id"]);
            if to == To::Ended {
                let end = json!({ "reason": format!("{}reden", to.mark()) });
                desk.post(&path::SHARE_END.replace("{id}", &share), &end).await.expect(200);
            }
            object.ids.insert("/v1/shares", share);
        }
        all.insert(to, object);
    }
    for (to, who) in [(To::Own, &municipal), (To::Reported, &elsewhere)] {
        let mut case = new_case(&format!("{}title", to.mark()));
        case["facts"]["account"] = format!("{}account", to.mark()).into();
        case["facts"]["decisions"][0]["reference"] = format!("{}reference", to.mark()).into();
        case["facts"]["decisions"][0]["announcedOn"] = "2026-11-12".into();
        let number = text(&who.post(path::CASES, &case).await.expect(201)["number"]);
        who.post(&path::CASE_NOTES.replace("{number}", &number), &json!({ "text": format!("{}note", to.mark()) }))
            .await
            .expect(201);
        let id = text(&desk.get(&format!("/v1/signals/{number}")).await.expect(200)["id"]);
        let ids = BTreeMap::from([("/v1/signals", id)]);
        all.insert(to, Object { number, ids, reference: format!("{}reference", to.mark()), days: AtomicU32::new(0) });
    }
    let ids = BTreeMap::from([("/v1/signals", new_key().to_string())]);
    all.insert(To::Nothing, Object { number: "S-2026-09999".into(), ids, reference: "x".into(), days: AtomicU32::new(0) });
    // The day after: what was shared up to and including yesterday is over.
    server.advance(TimeDelta::days(1));
    all
}
