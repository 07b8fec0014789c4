//! The register at hand on the command line: what was taken along is looked in when the server is away, and it is kept up to date.

use std::time::Duration;

use crate::{
    api::officer::OfficerHit,
    client::{
        Bearer, Drafts, Failure, Patience, Pending, Session,
        outbox::{AtHand, Owner},
    },
    domain::{
        at_hand::{LookedUp, QUERY_MOST, Unusable},
        ids::OrganisationCode,
        lookup_limit::HITS_MOST,
        officer::Officer,
        text::SafeText,
    },
    index::{Leaning, Officers},
};

use super::{
    call::{Call, Stop, wait},
    interface::drafts_folder,
};

/// What was taken along, of one server for one token.
pub(super) struct Hand {
    server: String,
    drafts: Option<Drafts>,
}

impl Hand {
    /// Where it lies. Without a folder to keep anything in there is nothing at hand.
    pub(super) fn open(call: &Call, server: &str, token: &Bearer) -> Self {
        let drafts = drafts_folder(call, server).and_then(|folder| Drafts::open(&folder).ok());
        if let Some(drafts) = &drafts {
            drafts.presume(token.sameness());
        }
        Self { server: server.to_owned(), drafts }
    }

    /// How long a server is waited for: not long, where an answer is at hand.
    pub(super) fn patience(&self) -> Patience {
        match self.drafts.as_ref().is_some_and(Drafts::has_at_hand) {
            true => Patience { connect: Duration::from_secs(2), total: Duration::from_secs(5), pauses: vec![] },
            false => Patience::default(),
        }
    }

    /// The hits in what was taken along, when the server is away: how old they are is said. Where it cannot be used that is said too, and
    /// the failure stands.
    pub(super) fn instead(&self, call: &mut Call, failure: Failure, query: &str) -> Result<Vec<OfficerHit>, Stop> {
        let away = matches!(failure, Failure::NoServer { .. } | Failure::TimedOut { .. } | Failure::Cut { .. });
        let Some(drafts) = &self.drafts else { return Err(failure.into()) };
        if let (Failure::NotSignedIn { .. }, Owner::Account(account)) = (&failure, drafts.owner()) {
            // Who is not known any more has nothing at hand either.
            let _ = drafts.drop_at_hand(account);
        }
        if !away {
            return Err(failure.into());
        }
        match drafts.at_hand(call.now()) {
            Ok(AtHand { head, officers }) => {
                let age = call.texts.register_of(head.made_at, head.whole);
                call.message(&SafeText::line(&age));
                let leaning = Leaning { own: Some(OrganisationCode(head.organisation)), ..Leaning::on(call.today()) };
                Ok(found(&officers, query, &leaning))
            }
            Err(why) => {
                if why != Unusable::Missing {
                    call.say(why.key(), &[]);
                }
                Err(failure.into())
            }
        }
    }

    /// The server is told later, once, what was looked up without it: the query, and whose number was given.
    pub(super) fn note(&self, call: &Call, query: &str, taken: Option<&Officer>) {
        let Some(drafts) = &self.drafts else { return };
        let Owner::Account(account) = drafts.owner() else { return };
        let query: String = query.chars().take(QUERY_MOST).collect();
        let look_up = LookedUp { at: call.now(), query: query.into(), officer: taken.map(|officer| officer.id) };
        drafts.note_look_up(&self.server, account, call.key(), &look_up);
    }

    /// The server is there: it hears what was looked up without it, and what may be taken along is fetched when it is old. The whole
    /// register is left to the interface: it is too much for one question.
    pub(super) fn tend(&self, call: &Call, session: &Session) -> Result<(), Stop> {
        let Some(drafts) = &self.drafts else { return Ok(()) };
        let known = match drafts.owner() {
            Owner::Account(account) => Some(account),
            _ => None,
        };
        let ours = |one: &Pending| one.write.is_look_up() && (known.is_none() || one.account == known);
        let waiting = drafts.pending().is_ok_and(|(pending, _)| pending.iter().any(ours));
        if !waiting && known.is_some_and(|account| !drafts.is_to_ask(account, call.now(), false)) {
            return Ok(());
        }
        wait(async {
            // Whatever goes wrong here, the question was answered.
            let Ok(me) = session.me().await else { return };
            if drafts.learn(me.account).is_err() {
                return;
            }
            let _ = drafts.send_look_ups(session, me.account).await;
            let whole = me.permissions.iter().any(|permission| permission == "register.replicate");
            match whole && me.at_hand.is_some() {
                true => drop(drafts.asked(me.account, call.now(), false)),
                false => drop(session.keep_at_hand(drafts, &me, call.now(), false).await),
            }
        })
    }
}

fn found(officers: &Officers, query: &str, leaning: &Leaning) -> Vec<OfficerHit> {
    let hit = |hit: &crate::index::Hit| {
        let officer = officers.get(hit.row)?.officer();
        Some(OfficerHit { officer, rank: hit.rank, forgiven: hit.class.is_forgiven() })
    };
    officers.search(query, HITS_MOST, leaning).iter().filter_map(hit).collect()
}
