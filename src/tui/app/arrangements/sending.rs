//! What a form about a moratorium, bridging or commitment asks the server. A correction sends what was changed in the form and
//! nothing else, so that what nobody touched stays letter for letter as it is.

use super::{
    super::{
        State,
        form::{Form, Kind, Purpose},
        message::Call,
    },
    ArrangementCall, Deed, SeenArrangement,
    forms::PAYERS,
};
use crate::{
    api::arrangement::{
        BridgingPatch, CommitmentPatch, EndMoratorium, KeepCommitment, LapseCommitment, MoratoriumPatch, NewArrangement, Reopen,
        SettleBridging,
    },
    domain::{
        Date,
        arrangement::ArrangementKind,
        bridging::{BridgingFacts, Payer},
        commitment::{CommitmentFacts, CommitmentSource, Due},
        ids::OrganisationCode,
        moratorium::{MoratoriumFacts, MoratoriumKind},
        organisation,
        text::RawText,
    },
};

/// The fields of a form, read.
struct Fields<'a> {
    state: &'a State,
    form: &'a Form,
}

impl Fields<'_> {
    fn raw(&self, name: &str) -> RawText {
        RawText::from(self.form.text(name).trim())
    }

    fn day(&self, name: &str) -> Option<Date> {
        self.form.slots.iter().find(|slot| slot.name == name).and_then(|slot| slot.date(self.state.today))
    }

    fn body(&self, name: &str) -> Option<OrganisationCode> {
        organisation::find(&self.state.reference.organisations, self.form.text(name)).map(|found| found.code.clone())
    }

    fn creditors(&self) -> Vec<RawText> {
        let parts = self.form.text("moratorium-creditors").split(';').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(RawText::from).collect()
    }

    fn payers(&self) -> Vec<Payer> {
        let codes = Kind::codes_in(PAYERS, self.form.text("bridging-candidates")).unwrap_or_default();
        codes.iter().filter_map(|code| Payer::from_code(code)).collect()
    }

    fn source(&self) -> Option<CommitmentSource> {
        self.day("commitment-called-on").map(|on| CommitmentSource::PhoneCall { on })
    }

    fn changed<T>(&self, name: &str, value: T) -> Option<T> {
        self.form.is_changed(name).then_some(value)
    }

    fn moratorium(&self) -> Option<MoratoriumFacts> {
        Some(MoratoriumFacts {
            kind: MoratoriumKind::from_code(self.form.text("moratorium-kind"))?,
            set_by: self.raw("moratorium-by"),
            decided_on: self.day("moratorium-decided-on"),
            first_day: self.day("moratorium-first-day")?,
            last_day: self.day("moratorium-last-day")?,
            creditors: self.creditors(),
            conditions: self.raw("moratorium-conditions"),
        })
    }

    fn bridging(&self) -> Option<BridgingFacts> {
        Some(BridgingFacts {
            care: self.raw("bridging-care"),
            available_at: self.raw("bridging-at"),
            agreed_on: self.day("bridging-agreed-on"),
            provisional_payer: self.raw("bridging-payer"),
            candidate_payers: self.payers(),
            starts_on: self.day("bridging-starts-on")?,
            settle_by: self.day("bridging-settle-by")?,
        })
    }

    fn commitment(&self) -> Option<CommitmentFacts> {
        Some(CommitmentFacts {
            text: self.raw("commitment-text"),
            organisation: self.body("commitment-body")?,
            person: self.raw("commitment-person"),
            to: self.raw("commitment-to"),
            source: self.source(),
            due: Due::on(self.day("commitment-due")?),
            evidence: RawText::default(),
        })
    }

    fn moratorium_patch(&self) -> MoratoriumPatch {
        let kind = MoratoriumKind::from_code(self.form.text("moratorium-kind"));
        MoratoriumPatch {
            kind: self.changed("moratorium-kind", kind).flatten(),
            set_by: self.changed("moratorium-by", self.raw("moratorium-by")),
            decided_on: self.changed("moratorium-decided-on", self.day("moratorium-decided-on")),
            first_day: self.changed("moratorium-first-day", self.day("moratorium-first-day")).flatten(),
            last_day: self.changed("moratorium-last-day", self.day("moratorium-last-day")).flatten(),
            creditors: self.changed("moratorium-creditors", self.creditors()),
            conditions: self.changed("moratorium-conditions", self.raw("moratorium-conditions")),
            reason: self.raw("arrangement-reason"),
        }
    }

    fn bridging_patch(&self) -> BridgingPatch {
        BridgingPatch {
            care: self.changed("bridging-care", self.raw("bridging-care")),
            available_at: self.changed("bridging-at", self.raw("bridging-at")),
            agreed_on: self.changed("bridging-agreed-on", self.day("bridging-agreed-on")),
            provisional_payer: self.changed("bridging-payer", self.raw("bridging-payer")),
            candidate_payers: self.changed("bridging-candidates", self.payers()),
            starts_on: self.changed("bridging-starts-on", self.day("bridging-starts-on")).flatten(),
            settle_by: self.changed("bridging-settle-by", self.day("bridging-settle-by")).flatten(),
            reason: self.raw("arrangement-reason"),
        }
    }

    fn commitment_patch(&self) -> CommitmentPatch {
        CommitmentPatch {
            text: self.changed("commitment-text", self.raw("commitment-text")),
            organisation: self.changed("commitment-body", self.body("commitment-body")).flatten(),
            person: self.changed("commitment-person", self.raw("commitment-person")),
            to: self.changed("commitment-to", self.raw("commitment-to")),
            source: self.changed("commitment-called-on", self.source()),
            due: self.changed("commitment-due", self.day("commitment-due").map(Due::on)).flatten(),
            evidence: self.changed("commitment-evidence", self.raw("commitment-evidence")),
            reason: self.raw("arrangement-reason"),
        }
    }
}

impl State {
    /// What a form asks the server; nothing when what it is about was not read.
    pub(in super::super) fn call_of_arrangement(&self, form: &Form) -> Option<Call> {
        let fields = Fields { state: self, form };
        let call = match form.purpose {
            Purpose::Record(kind, signal) => {
                let signal = signal.to_string();
                match kind {
                    ArrangementKind::Moratorium => ArrangementCall::RecordMoratorium(NewArrangement {
                        signal,
                        facts: fields.moratorium()?,
                        imported_from: None,
                    }),
                    ArrangementKind::Bridging => {
                        ArrangementCall::RecordBridging(NewArrangement { signal, facts: fields.bridging()?, imported_from: None })
                    }
                    ArrangementKind::Commitment => ArrangementCall::RecordCommitment(NewArrangement {
                        signal,
                        facts: fields.commitment()?,
                        imported_from: None,
                    }),
                }
            }
            Purpose::Arrange(deed, kind, id) => {
                let seen = SeenArrangement { id, version: form.seen? };
                let reason = fields.raw("arrangement-reason");
                match deed {
                    Deed::Correct | Deed::NewDay => match kind {
                        ArrangementKind::Moratorium => ArrangementCall::CorrectMoratorium(seen, fields.moratorium_patch()),
                        ArrangementKind::Bridging => ArrangementCall::CorrectBridging(seen, fields.bridging_patch()),
                        ArrangementKind::Commitment => ArrangementCall::CorrectCommitment(seen, fields.commitment_patch()),
                    },
                    Deed::End => ArrangementCall::End(seen, EndMoratorium { from: fields.day("arrangement-from")?, reason }),
                    Deed::Settle => {
                        let settlement = fields.raw("bridging-settlement");
                        ArrangementCall::Settle(seen, SettleBridging { on: fields.day("arrangement-on")?, settlement })
                    }
                    Deed::Keep => {
                        let evidence = fields.raw("arrangement-evidence");
                        ArrangementCall::Keep(seen, KeepCommitment { on: fields.day("arrangement-on")?, evidence })
                    }
                    Deed::Lapse => ArrangementCall::Lapse(seen, LapseCommitment { on: fields.day("arrangement-on")?, reason }),
                    Deed::Reopen => ArrangementCall::Reopen(kind, seen, Reopen { reason }),
                }
            }
            _ => return None,
        };
        Some(Call::Arrange(Box::new(call)))
    }
}
