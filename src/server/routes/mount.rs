//! Every route with its policy.

use tower_http::{CompressionLevel, compression::CompressionLayer};
use utoipa::OpenApi;
use utoipa_axum::{router::UtoipaMethodRouterExt, routes};

use super::{
    administrators, agenda_items, alarms, arrangements, at_hand, audit, cases, changes, confirmations, deadlines, deliveries,
    document, emergencies, events, exports, feeds, health, item_papers, lessons, meetings, messages, numbers, officers, papers,
    places, presence, reports, retention, reveals, series, session, sessions, shares, sign_in, signals, table::Routes, terms,
    time_outs, verdicts, views,
};
use crate::server::policy::{Access, Line, Permission, Policy, WATCH};
use Permission::{
    ArrangementRead, ArrangementWrite, AuditRead, AuditReview, CaseAnswer, CaseEmergency, CaseNote, CaseRead, CaseReport,
    CaseTimeOut, ChangesRead, CommitmentWrite, ConfirmationSettle, DestructionWrite, ExportSettle, ExportWrite, HoldingRead,
    LessonRead, LessonWrite, MeetingRead, MeetingWrite, OrganisationRead, RegisterList, RegisterRead, RegisterSearch,
    RegisterVerify, RegisterWrite, RegisterWriteOwn, ReportSend, SessionManage, ShareWrite, SignalNote, SignalRead, SignalWrite,
    TimeOutRead, TimeOutWrite, ViewWrite,
};

/// The table of routes and policies.
pub fn table() -> Vec<Line> {
    routes().build().0
}

/// Every route. In groups: one function of them all would take a stack of its own.
pub fn routes() -> Routes {
    let groups = [
        of_signals,
        of_cases_outside,
        of_the_register,
        of_dates,
        of_arrangements,
        of_meetings,
        of_learning,
        of_watching,
        of_signing_in,
    ];
    groups.into_iter().fold(Routes::new(document::Frame::openapi()), |routes, group| group(routes))
}

fn any(permissions: &'static [Permission], purpose: &'static str, audit: &'static str) -> Policy {
    Policy { access: Access::AnyOf(permissions), purpose, audit }
}

/// Signals, what is shared of them, and messages about them.
fn of_signals(routes: Routes) -> Routes {
    routes
        .add(any(&[SignalRead], "work the queue", "signal.list"), routes!(signals::list))
        .add(any(&[SignalRead], "find a signal", "signal.search"), routes!(signals::search))
        .add(any(&[SignalWrite], "put a report in", "signal.create"), routes!(signals::create))
        .add(any(&[SignalRead], "work a signal", "signal.read"), routes!(signals::read))
        .add(any(&[SignalRead], "find out whether a household is known", "signal.look-alikes"), routes!(signals::look_alikes))
        .add(any(&[SignalWrite], "find out whether a household is known", "signal.look-alikes"), routes!(signals::look_alikes_of))
        .add(any(&[SignalWrite], "work on a case once", "signal.merge"), routes!(signals::merge))
        .add(any(&[SignalWrite], "work on a case once", "signal.unmerge"), routes!(signals::unmerge))
        .add(any(&[SignalWrite], "work a signal", "signal.amend"), routes!(signals::amend))
        .add(any(&[SignalNote], "work a signal", "signal.note"), routes!(signals::note))
        .add(any(&[SignalNote], "work a signal", "signal.contact"), routes!(signals::contact))
        .add(any(&[SignalWrite], "work a signal", "signal.claim"), routes!(signals::claim))
        .add(any(&[SignalWrite], "work a signal", "signal.release"), routes!(signals::release))
        .add(any(&[SignalRead], "reach who reported a case", "signal.reveal"), routes!(reveals::of_signal))
        .add(any(&[SignalRead], "know who sees a case", "share.list"), routes!(shares::list))
        .add(any(&[ShareWrite], "work with another organisation", "share.create"), routes!(shares::share))
        .add(any(&[ShareWrite], "work with another organisation", "share.end"), routes!(shares::end))
        .add(any(&[SignalRead], "write to who has part in a case", "message.list"), routes!(messages::list))
        .add(any(&[SignalWrite], "write to who has part in a case", "message.create"), routes!(messages::write))
        .add(any(&[SignalRead], "write to who has part in a case", "message.read"), routes!(messages::read))
        .add(any(&[SignalWrite], "write to who has part in a case", "message.amend"), routes!(messages::amend))
        .add(any(&[SignalWrite], "write to who has part in a case", "message.delete"), routes!(messages::discard))
        .add(any(&[SignalWrite], "write to who has part in a case", "message.send"), routes!(messages::send))
        .add(any(&[SignalWrite], "write to who has part in a case", "message.take-back"), routes!(messages::take_back))
}

/// Cases for whoever is outside the desk, and emergency access.
fn of_cases_outside(routes: Routes) -> Routes {
    routes
        .add(any(&[ReportSend], "put a report in", "signal.create"), routes!(reports::hand_in))
        .add(any(&[CaseRead], "keep up with the own cases", "case.list"), routes!(cases::list))
        .add(any(&[CaseReport], "put a report in", "case.create"), routes!(cases::report))
        .add(any(&[CaseRead], "work a case together", "case.read"), routes!(cases::read))
        .add(any(&[CaseRead], "reach who reported a case", "case.reveal"), routes!(reveals::of_case))
        .add(any(&[CaseNote], "work a case together", "case.note"), routes!(cases::note))
        .add(any(&[CaseAnswer], "work a case together", "case.position"), routes!(cases::position))
        .add(any(&[CaseAnswer], "work a case together", "commitment.create"), routes!(cases::promise))
        .add(any(&[CaseTimeOut], "work a time-out", "time-out.propose"), routes!(cases::propose))
        .add(any(&[CaseTimeOut], "be the second person", "confirmation.confirm"), routes!(cases::confirm))
        .add(any(&[CaseTimeOut], "be the second person", "confirmation.reject"), routes!(cases::reject))
        .add(any(&[CaseTimeOut], "take a proposal back", "confirmation.withdraw"), routes!(cases::withdraw))
        .add(any(&[CaseEmergency], "prevent harm tonight", "emergency-access.create"), routes!(emergencies::open))
        .add(any(&[AuditReview], "see that emergency access is judged", "emergency-access.list"), routes!(emergencies::list))
        .add(any(&[AuditReview], "see that emergency access is judged", "emergency-access.review"), routes!(emergencies::review))
}

/// The register and deliveries to it.
fn of_the_register(routes: Routes) -> Routes {
    routes
        .add(any(&[RegisterList], "maintain the register", "officer.list"), routes!(officers::list))
        .add(any(&[RegisterSearch], "find who has the mandate", "officer.search"), routes!(officers::search))
        .add(any(&[RegisterSearch], "look up when the server is away", "officer.at-hand"), routes!(at_hand::take_along))
        .add(any(&[RegisterSearch], "look up when the server is away", "officer.search-offline"), routes!(at_hand::looked_up))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "officer.create"), routes!(officers::create))
        .add(any(&[RegisterRead], "reach who has the mandate", "officer.read"), routes!(officers::read))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "officer.amend"), routes!(officers::amend))
        .add(any(&[RegisterVerify], "keep the register true", "officer.confirm"), routes!(verdicts::confirm))
        .add(any(&[RegisterVerify], "keep the register true", "officer.report"), routes!(verdicts::report))
        .add(any(&[RegisterVerify], "keep the register true", "officer.take-back"), routes!(verdicts::take_back))
        .add(any(&[RegisterList], "maintain the register", "officer.history"), routes!(verdicts::history))
        .add(any(&[SignalRead], "know who helped before", "signal.list"), routes!(verdicts::calls))
        .add(any(&[RegisterList], "maintain the register", "officer.list"), routes!(verdicts::unappointed))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.list"), routes!(deliveries::list))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.create"), routes!(deliveries::send))
        .add(any(&[RegisterWrite], "maintain the register", "delivery.create"), routes!(deliveries::merge))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.read"), routes!(deliveries::read))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.read"), routes!(deliveries::lines))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.apply"), routes!(deliveries::apply))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.reject"), routes!(deliveries::reject))
        .add(any(&[RegisterWrite, RegisterWriteOwn], "maintain the register", "delivery.undo"), routes!(deliveries::undo))
}

/// Views, the board, feeds, time-outs and the second person.
fn of_dates(routes: Routes) -> Routes {
    routes
        .add(any(&[SignalRead], "look at the queue in one's own way", "view.list"), routes!(views::list))
        .add(any(&[ViewWrite], "keep a view of the queue", "view.create"), routes!(views::create))
        .add(any(&[ViewWrite], "keep a view of the queue", "view.amend"), routes!(views::amend))
        .add(any(&[ViewWrite], "keep a view of the queue", "view.delete"), routes!(views::delete))
        .add(any(&[TimeOutRead], "miss no date", "deadline.list"), routes!(deadlines::list))
        .add(any(&[TimeOutRead], "know where a date comes from", "deadline.read"), routes!(deadlines::read))
        .add(any(&[TimeOutRead], "miss no date", "alarm.list"), routes!(alarms::list))
        .add(any(&[TimeOutRead], "have the dates in one's own calendar", "feed-token.list"), routes!(feeds::list))
        .add(any(&[TimeOutRead], "have the dates in one's own calendar", "feed-token.create"), routes!(feeds::create))
        .add(any(&[TimeOutRead], "have the dates in one's own calendar", "feed-token.revoke"), routes!(feeds::revoke))
        .add(
            Policy { access: Access::Public, purpose: "have the dates in one's own calendar", audit: "deadline.feed" },
            routes!(feeds::deadlines),
        )
        .add(any(&[TimeOutRead], "keep up with time-outs", "time-out.list"), routes!(time_outs::list))
        .add(any(&[TimeOutRead], "work a time-out", "time-out.read"), routes!(time_outs::read))
        .add(any(&[TimeOutWrite], "work a time-out", "time-out.propose"), routes!(time_outs::propose))
        .add(any(&[TimeOutWrite], "work a time-out", "time-out.extend"), routes!(time_outs::extend))
        .add(any(&[TimeOutWrite], "work a time-out", "time-out.resume"), routes!(time_outs::resume))
        .add(any(&[TimeOutWrite], "work a time-out", "time-out.end"), routes!(time_outs::end))
        .add(any(&[TimeOutWrite], "work a time-out", "time-out.tell-body"), routes!(time_outs::tell_body))
        .add(any(&[TimeOutWrite], "work a time-out", "time-out.body-confirmed"), routes!(time_outs::body_confirmed))
        .add(any(&[TimeOutRead, MeetingRead], "judge a proposal", "confirmation.read"), routes!(confirmations::read))
        .add(
            any(&[ConfirmationSettle, MeetingWrite], "be the second person", "confirmation.confirm"),
            routes!(confirmations::confirm),
        )
        .add(
            any(&[ConfirmationSettle, MeetingWrite], "be the second person", "confirmation.reject"),
            routes!(confirmations::reject),
        )
        .add(
            any(&[ConfirmationSettle, MeetingWrite], "take a proposal back", "confirmation.withdraw"),
            routes!(confirmations::withdraw),
        )
}

/// Moratoria, bridgings and commitments.
fn of_arrangements(routes: Routes) -> Routes {
    routes
        .add(any(&[ArrangementRead], "keep up with moratoria", "moratorium.list"), routes!(arrangements::moratoria::list))
        .add(any(&[ArrangementWrite], "keep up with moratoria", "moratorium.create"), routes!(arrangements::moratoria::create))
        .add(any(&[ArrangementRead], "keep up with moratoria", "moratorium.read"), routes!(arrangements::moratoria::read))
        .add(any(&[ArrangementWrite], "keep up with moratoria", "moratorium.amend"), routes!(arrangements::moratoria::amend))
        .add(
            any(&[ArrangementWrite], "keep up with moratoria", "moratorium.end"),
            routes!(arrangements::moratoria::end_moratorium),
        )
        .add(any(&[ArrangementWrite], "keep up with moratoria", "moratorium.reopen"), routes!(arrangements::moratoria::reopen))
        .add(any(&[ArrangementRead], "keep up with bridgings", "bridging.list"), routes!(arrangements::bridgings::list))
        .add(any(&[ArrangementWrite], "keep up with bridgings", "bridging.create"), routes!(arrangements::bridgings::create))
        .add(any(&[ArrangementRead], "keep up with bridgings", "bridging.read"), routes!(arrangements::bridgings::read))
        .add(any(&[ArrangementWrite], "keep up with bridgings", "bridging.amend"), routes!(arrangements::bridgings::amend))
        .add(
            any(&[ArrangementWrite], "keep up with bridgings", "bridging.settle"),
            routes!(arrangements::bridgings::settle_bridging),
        )
        .add(any(&[ArrangementWrite], "keep up with bridgings", "bridging.reopen"), routes!(arrangements::bridgings::reopen))
        .add(any(&[ArrangementRead], "keep up with commitments", "commitment.list"), routes!(arrangements::commitments::list))
        .add(any(&[CommitmentWrite], "keep up with commitments", "commitment.create"), routes!(arrangements::commitments::create))
        .add(any(&[ArrangementRead], "keep up with commitments", "commitment.read"), routes!(arrangements::commitments::read))
        .add(any(&[CommitmentWrite], "keep up with commitments", "commitment.amend"), routes!(arrangements::commitments::amend))
        .add(
            any(&[CommitmentWrite], "keep up with commitments", "commitment.keep"),
            routes!(arrangements::commitments::keep_commitment),
        )
        .add(
            any(&[CommitmentWrite], "keep up with commitments", "commitment.lapse"),
            routes!(arrangements::commitments::lapse_commitment),
        )
        .add(any(&[CommitmentWrite], "keep up with commitments", "commitment.reopen"), routes!(arrangements::commitments::reopen))
}

/// Meetings, their agendas and papers.
fn of_meetings(routes: Routes) -> Routes {
    routes
        .add(any(&[MeetingRead], "prepare a meeting", "meeting.list"), routes!(meetings::list))
        .add(any(&[MeetingWrite], "prepare a meeting", "meeting.create"), routes!(meetings::create))
        .add(any(&[MeetingRead], "prepare a meeting", "meeting.read"), routes!(meetings::read))
        .add(any(&[MeetingWrite], "prepare a meeting", "meeting.amend"), routes!(meetings::amend))
        .add(any(&[MeetingRead], "prepare a meeting", "agenda.read"), routes!(meetings::agenda))
        .add(any(&[MeetingWrite], "prepare a meeting", "meeting.fix"), routes!(meetings::fix))
        .add(any(&[MeetingWrite], "hold a meeting", "meeting.hold"), routes!(meetings::hold))
        .add(any(&[MeetingWrite], "hold a meeting", "meeting.unhold"), routes!(meetings::unhold))
        .add(any(&[MeetingWrite], "prepare a meeting", "meeting.cancel"), routes!(meetings::cancel))
        .add(any(&[MeetingWrite], "prepare a meeting", "meeting.reinstate"), routes!(meetings::reinstate))
        .add(any(&[MeetingWrite], "tell the bodies", "meeting.publish"), routes!(meetings::publish))
        .add(any(&[MeetingRead], "plan meetings", "meeting-series.list"), routes!(series::list))
        .add(any(&[MeetingWrite], "plan meetings", "meeting-series.create"), routes!(series::begin))
        .add(any(&[MeetingRead], "plan meetings", "meeting-series.read"), routes!(series::read))
        .add(any(&[MeetingWrite], "plan meetings", "meeting-series.amend"), routes!(series::amend))
        .add(any(&[MeetingWrite], "plan meetings", "meeting-series.end"), routes!(series::end))
        .add(any(&[MeetingRead], "know what was fixed", "edition.read"), routes!(meetings::edition))
        .add(any(&[MeetingRead], "give each body its papers", "papers.read"), routes!(papers::read))
        .add(any(&[MeetingRead], "bring the bodies to the table", "papers.read"), routes!(papers::invitations))
        .add(any(&[MeetingRead], "choose cases for a meeting", "agenda-candidate.list"), routes!(agenda_items::candidates))
        .add(any(&[MeetingWrite], "choose cases for a meeting", "agenda-item.create"), routes!(agenda_items::propose))
        .add(any(&[MeetingWrite], "prepare a meeting", "agenda-item.create"), routes!(agenda_items::add))
        .add(any(&[MeetingRead], "prepare an item", "agenda-item.read"), routes!(agenda_items::read))
        .add(any(&[MeetingWrite], "prepare an item", "agenda-item.amend"), routes!(agenda_items::amend))
        .add(any(&[MeetingWrite], "prepare a meeting", "agenda-item.move"), routes!(agenda_items::move_item))
        .add(any(&[MeetingWrite], "prepare a meeting", "agenda-item.take-off"), routes!(agenda_items::take_off))
        .add(any(&[MeetingWrite], "choose cases for a meeting", "agenda-item.drop"), routes!(agenda_items::drop_candidate))
        .add(any(&[MeetingWrite], "bring the bodies to the table", "invitation.create"), routes!(agenda_items::invite))
        .add(any(&[MeetingWrite], "bring the bodies to the table", "invitation.amend"), routes!(agenda_items::amend_invitation))
        .add(any(&[MeetingWrite], "record what was decided", "let-decision.create"), routes!(agenda_items::decide))
        .add(any(&[MeetingWrite], "record what was decided", "let-decision.amend"), routes!(agenda_items::amend_decision))
        .add(any(&[MeetingWrite], "prepare an item", "item-paper.create"), routes!(item_papers::add))
        .add(any(&[MeetingRead], "prepare an item", "item-paper.read"), routes!(item_papers::read))
        .add(any(&[MeetingWrite], "prepare an item", "item-paper.amend"), routes!(item_papers::amend))
}

/// Lessons, numbers, names and terms.
fn of_learning(routes: Routes) -> Routes {
    routes
        .add(any(&[LessonRead], "learn from cases", "lesson.list"), routes!(lessons::list))
        .add(any(&[LessonWrite], "learn from cases", "lesson.create"), routes!(lessons::note))
        .add(any(&[LessonRead], "learn from cases", "lesson.read"), routes!(lessons::read))
        .add(any(&[LessonWrite], "learn from cases", "lesson.amend"), routes!(lessons::amend))
        .add(any(&[SignalRead], "tell what is going on", "numbers.read"), routes!(numbers::read))
        .add(any(&[SignalRead], "tell what is going on", "numbers.read"), routes!(numbers::lines))
        .add(any(&[SignalRead], "know where a number comes from", "numbers.cases"), routes!(numbers::cases))
        .add(any(&[OrganisationRead], "name a body", ""), routes!(places::organisations))
        .add(any(&[OrganisationRead], "name a municipality", ""), routes!(places::municipalities))
        .add(Policy { access: Access::SignedIn, purpose: "know when a term ends", audit: "" }, routes!(terms::calculate))
}

/// Changes, the audit log, retention and exports.
fn of_watching(routes: Routes) -> Routes {
    routes
        .add(
            any(&[ChangesRead], "keep up to date", "changes.read"),
            routes!(changes::changes).map(|methods| methods.layer(CompressionLayer::new().quality(CompressionLevel::Fastest))),
        )
        .add(any(&[ChangesRead], "keep up to date", "events.read"), routes!(events::events))
        .add(any(&[SignalRead], "not do the same work twice", ""), routes!(presence::is_at))
        .add(any(&[AuditRead], "look who saw what", "audit.list"), routes!(audit::search))
        .add(any(&[AuditRead], "look who saw what", "audit.export"), routes!(audit::export))
        .add(any(&[AuditRead], "look who saw what", "audit.review"), routes!(audit::review))
        .add(any(&[AuditReview], "look who saw what", "audit.look"), routes!(audit::looked))
        .add(any(&[DestructionWrite], "keep nothing too long", "destruction.list"), routes!(retention::list))
        .add(any(&[DestructionWrite], "keep nothing too long", "destruction.list"), routes!(retention::all))
        .add(any(&[DestructionWrite], "keep nothing too long", "destruction.propose"), routes!(retention::propose))
        .add(any(&[DestructionWrite], "keep nothing too long", "destruction.read"), routes!(retention::read))
        .add(any(&[DestructionWrite], "be the second person", "destruction.confirm"), routes!(retention::confirm))
        .add(any(&[DestructionWrite], "be the second person", "destruction.reject"), routes!(retention::reject))
        .add(any(&[DestructionWrite], "take a proposal back", "destruction.withdraw"), routes!(retention::withdraw))
        .add(any(&[ExportWrite, ExportSettle], "know which cases leave", "export.list"), routes!(exports::list))
        .add(any(&[ExportWrite], "give cases to somebody", "export.propose"), routes!(exports::propose))
        .add(any(&[ExportWrite, ExportSettle], "know which cases leave", "export.read"), routes!(exports::read))
        .add(any(&[ExportSettle], "be the second person", "export.confirm"), routes!(exports::confirm))
        .add(any(&[ExportSettle], "be the second person", "export.reject"), routes!(exports::reject))
        .add(any(&[ExportWrite], "take a proposal back", "export.withdraw"), routes!(exports::withdraw))
        .add(any(&[ExportWrite], "give cases to somebody", "export.fetch"), routes!(exports::content))
        .add(any(&[HoldingRead], "know which data there are", "holding.read"), routes!(retention::holdings))
}

/// Who somebody is, and health.
fn of_signing_in(routes: Routes) -> Routes {
    routes
        .add(Policy { access: Access::SignedIn, purpose: "know who the token is", audit: "" }, routes!(session::me))
        .add(Policy { access: Access::Public, purpose: "sign in", audit: "" }, routes!(sessions::sign_in))
        .add(Policy { access: Access::Public, purpose: "sign in", audit: "session.begin" }, routes!(sign_in::sign_in))
        .add(Policy { access: Access::Public, purpose: "sign in", audit: "account.set-up" }, routes!(sign_in::begin_set_up))
        .add(Policy { access: Access::Public, purpose: "sign in", audit: "account.set-up" }, routes!(sign_in::set_up))
        .add(Policy { access: Access::SignedIn, purpose: "sign out", audit: "session.end" }, routes!(sessions::sign_out))
        .add(any(&[SessionManage], "know who is an administrator", "administrator.list"), routes!(administrators::list))
        .add(any(&[SessionManage], "be the second person", "administrator.confirm"), routes!(administrators::confirm))
        .add(any(&[SessionManage], "know who is signed in", "session.list"), routes!(sessions::list))
        .add(any(&[SessionManage], "end a session", "session.revoke"), routes!(sessions::end))
        .add(Policy { access: Access::Public, purpose: "read the contract", audit: "" }, routes!(document::document))
        .unpublished(Policy { access: Access::Public, purpose: WATCH, audit: "" }, routes!(health::live))
        .unpublished(Policy { access: Access::Public, purpose: WATCH, audit: "" }, routes!(health::ready))
}
