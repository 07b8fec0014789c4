//! Every path of the API, once.

/// Signals: list (GET) and create (POST).
pub const SIGNALS: &str = "/v1/signals";
/// Search in signals (POST), so that nothing sensitive stands in a URL.
pub const SIGNALS_SEARCH: &str = "/v1/signals/_search";
/// One signal, by id or number: read (GET), change (PATCH, JSON merge patch).
pub const SIGNAL: &str = "/v1/signals/{id}";
/// Notes on a signal (POST).
pub const SIGNAL_NOTES: &str = "/v1/signals/{id}/notes";
/// Contact moments on a signal (POST).
pub const SIGNAL_CONTACT_MOMENTS: &str = "/v1/signals/{id}/contact-moments";
/// Claims on a signal: a lease (POST).
pub const SIGNAL_CLAIMS: &str = "/v1/signals/{id}/claims";
/// The current claim on a signal: release (DELETE).
pub const SIGNAL_CURRENT_CLAIM: &str = "/v1/signals/{id}/claims/current";
/// Signals that may be about the same household.
pub const SIGNAL_LOOK_ALIKES: &str = "/v1/signals/{id}/look-alikes";
/// Signals that look like a report that is being typed (POST): what is typed stands in no URL.
pub const SIGNALS_LOOK_ALIKES_SEARCH: &str = "/v1/signals/look-alikes/_search";
/// Merge another signal into this one (POST).
pub const SIGNAL_MERGE: &str = "/v1/signals/{id}/_merge";
/// Take back that this signal went up in another (POST).
pub const SIGNAL_UNMERGE: &str = "/v1/signals/{id}/_unmerge";
/// Reveals of what is shielded in a signal (POST).
pub const SIGNAL_REVEALS: &str = "/v1/signals/{id}/reveals";
/// With whom a signal is shared: list (GET) and share (POST).
pub const SIGNAL_SHARES: &str = "/v1/signals/{id}/shares";
/// End sharing (POST).
pub const SHARE_END: &str = "/v1/shares/{id}/_end";
/// Messages about a signal: list (GET) and write a draft (POST).
pub const SIGNAL_MESSAGES: &str = "/v1/signals/{id}/messages";
/// One message: read (GET), change (PATCH) and throw away (DELETE) a draft.
pub const MESSAGE: &str = "/v1/messages/{id}";
/// Let it go (POST).
pub const MESSAGE_SEND: &str = "/v1/messages/{id}/_send";
/// Take it back before it leaves (POST).
pub const MESSAGE_TAKE_BACK: &str = "/v1/messages/{id}/_take-back";
/// Reports that a form hands in (POST).
pub const REPORTS: &str = "/v1/reports";
/// Cases for people outside the desk: list (GET) and report (POST).
pub const CASES: &str = "/v1/cases";
/// One case, by number (GET).
pub const CASE: &str = "/v1/cases/{number}";
/// Reveals of what is shielded in a case (POST).
pub const CASE_REVEALS: &str = "/v1/cases/{number}/reveals";
/// Notes of a case (POST).
pub const CASE_NOTES: &str = "/v1/cases/{number}/notes";
/// The own position in a case (PUT).
pub const CASE_POSITION: &str = "/v1/cases/{number}/position";
/// Own commitments in a case (POST).
pub const CASE_COMMITMENTS: &str = "/v1/cases/{number}/commitments";
/// Time-outs of the own municipality in a case: propose (POST).
pub const CASE_TIME_OUTS: &str = "/v1/cases/{number}/time-outs";
/// Confirm another's proposal in a case (POST).
pub const CASE_CONFIRM: &str = "/v1/cases/{number}/_confirm";
/// Reject another's proposal in a case (POST).
pub const CASE_REJECT: &str = "/v1/cases/{number}/_reject";
/// Withdraw one's own proposal in a case (POST).
pub const CASE_WITHDRAW: &str = "/v1/cases/{number}/_withdraw";
/// Open a case one has no right to, in an emergency (POST).
pub const CASE_EMERGENCY: &str = "/v1/cases/{number}/emergency-accesses";
/// Emergency access to cases: list (GET).
pub const EMERGENCY_ACCESSES: &str = "/v1/emergency-accesses";
/// Judge one (POST).
pub const EMERGENCY_ACCESS_REVIEW: &str = "/v1/emergency-accesses/{id}/_review";
/// Numbers: in and out, how long, on what (GET).
pub const NUMBERS: &str = "/v1/numbers";
/// The same, and while they are counted how far that is (GET, NDJSON).
pub const NUMBERS_LINES: &str = "/v1/numbers/lines";
/// The cases behind one of them (GET).
pub const NUMBERS_CASES: &str = "/v1/numbers/cases";
/// The register: list (GET) and create (POST).
pub const OFFICERS: &str = "/v1/officers";
/// Search in the register (POST).
pub const OFFICERS_SEARCH: &str = "/v1/officers/_search";
/// Organisations without anybody in the register (GET).
pub const OFFICERS_UNAPPOINTED: &str = "/v1/officers/_unappointed";
/// What of the register the account may have at hand when the server is away, signed (GET).
pub const OFFICERS_AT_HAND: &str = "/v1/officers/_at-hand";
/// A look-up while the server was away (POST).
pub const OFFICERS_LOOKED_UP: &str = "/v1/officers/_looked-up";
/// It is right (POST).
pub const OFFICER_CONFIRM: &str = "/v1/officers/{id}/_confirm";
/// It is wrong, because (POST).
pub const OFFICER_REPORT: &str = "/v1/officers/{id}/_report";
/// Take back what one said of it (POST).
pub const OFFICER_TAKE_BACK: &str = "/v1/officers/{id}/_take-back";
/// For which cases it was called (GET).
pub const OFFICER_CALLS: &str = "/v1/officers/{id}/calls";
/// What happened to it (GET).
pub const OFFICER_HISTORY: &str = "/v1/officers/{id}/history";
/// One entry: read (GET), change (PATCH).
pub const OFFICER: &str = "/v1/officers/{id}";
/// Deliveries of the register: list (GET) and send (POST).
pub const DELIVERIES: &str = "/v1/deliveries";
/// Municipalities go on in another one, as a delivery (POST).
pub const DELIVERIES_MERGER: &str = "/v1/deliveries/_merger";
/// One delivery, by its number: read (GET).
pub const DELIVERY: &str = "/v1/deliveries/{id}";
/// Its lines (GET).
pub const DELIVERY_LINES: &str = "/v1/deliveries/{id}/lines";
/// Apply it (POST).
pub const DELIVERY_APPLY: &str = "/v1/deliveries/{id}/_apply";
/// Reject it (POST).
pub const DELIVERY_REJECT: &str = "/v1/deliveries/{id}/_reject";
/// Undo it (POST).
pub const DELIVERY_UNDO: &str = "/v1/deliveries/{id}/_undo";
/// Saved views: list (GET) and create (POST).
pub const VIEWS: &str = "/v1/views";
/// One saved view: change (PATCH), take away (DELETE).
pub const VIEW: &str = "/v1/views/{id}";
/// Time-outs: list (GET) and propose, or start in an emergency (POST).
pub const TIME_OUTS: &str = "/v1/time-outs";
/// One time-out: read (GET).
pub const TIME_OUT: &str = "/v1/time-outs/{id}";
/// Propose a later last day (POST).
pub const TIME_OUT_EXTEND: &str = "/v1/time-outs/{id}/_extend";
/// Propose that the decision works again (POST).
pub const TIME_OUT_RESUME: &str = "/v1/time-outs/{id}/_resume";
/// Propose that the time-out ends for a reason (POST).
pub const TIME_OUT_END: &str = "/v1/time-outs/{id}/_end";
/// Note that the body was told (POST).
pub const TIME_OUT_TELL_BODY: &str = "/v1/time-outs/{id}/_tell-body";
/// Note that the body confirmed it (POST).
pub const TIME_OUT_BODY_CONFIRMED: &str = "/v1/time-outs/{id}/_body-confirmed";
/// One proposal that waits for a second person: read (GET).
pub const CONFIRMATION: &str = "/v1/confirmations/{id}";
/// Confirm exactly what was shown (POST); never one's own proposal.
pub const CONFIRMATION_CONFIRM: &str = "/v1/confirmations/{id}/_confirm";
/// Reject another's proposal (POST).
pub const CONFIRMATION_REJECT: &str = "/v1/confirmations/{id}/_reject";
/// Withdraw one's own proposal (POST).
pub const CONFIRMATION_WITHDRAW: &str = "/v1/confirmations/{id}/_withdraw";
/// The deadline board (GET).
pub const DEADLINES: &str = "/v1/deadlines";
/// One row of the board with how its day came to be (GET).
pub const DEADLINE: &str = "/v1/deadlines/{id}";
/// Moratoria: list (GET) and record (POST).
pub const MORATORIA: &str = "/v1/moratoria";
/// One moratorium: read (GET), correct (PATCH, JSON merge patch).
pub const MORATORIUM: &str = "/v1/moratoria/{id}";
/// Note that it ended before its last day (POST).
pub const MORATORIUM_END: &str = "/v1/moratoria/{id}/_end";
/// It was closed by mistake: open it again (POST).
pub const MORATORIUM_REOPEN: &str = "/v1/moratoria/{id}/_reopen";
/// Bridgings (overbruggingen): list (GET) and record (POST).
pub const BRIDGINGS: &str = "/v1/bridgings";
/// One bridging: read (GET), correct (PATCH, JSON merge patch).
pub const BRIDGING: &str = "/v1/bridgings/{id}";
/// Note that who pays was settled (POST).
pub const BRIDGING_SETTLE: &str = "/v1/bridgings/{id}/_settle";
/// It was closed by mistake: open it again (POST).
pub const BRIDGING_REOPEN: &str = "/v1/bridgings/{id}/_reopen";
/// Commitments (toezeggingen): list (GET) and record (POST).
pub const COMMITMENTS: &str = "/v1/commitments";
/// One commitment: read (GET), correct (PATCH, JSON merge patch).
pub const COMMITMENT: &str = "/v1/commitments/{id}";
/// Note that it was kept (POST).
pub const COMMITMENT_KEEP: &str = "/v1/commitments/{id}/_keep";
/// Note that it need not be kept any more (POST).
pub const COMMITMENT_LAPSE: &str = "/v1/commitments/{id}/_lapse";
/// It was closed by mistake: open it again (POST).
pub const COMMITMENT_REOPEN: &str = "/v1/commitments/{id}/_reopen";
/// Meetings of the LET: list (GET) and make (POST).
pub const MEETINGS: &str = "/v1/meetings";
/// One meeting, by id or number: read (GET), change (PATCH, JSON merge patch).
pub const MEETING: &str = "/v1/meetings/{id}";
/// The agenda of a meeting: read whole (GET), put a new item on it (POST).
pub const MEETING_ITEMS: &str = "/v1/meetings/{id}/items";
/// A paper of a meeting, for one reader (GET).
pub const MEETING_PAPERS: &str = "/v1/meetings/{id}/papers";
/// What is to be sent to the calendars of who is invited to a meeting (GET).
pub const MEETING_INVITATIONS: &str = "/v1/meetings/{id}/invitations";
/// Fix the agenda as a new version (POST).
pub const MEETING_FIX: &str = "/v1/meetings/{id}/_fix";
/// Note that it was held (POST).
pub const MEETING_HOLD: &str = "/v1/meetings/{id}/_hold";
/// Take back that it was held (POST).
pub const MEETING_UNHOLD: &str = "/v1/meetings/{id}/_unhold";
/// Note that it does not go on (POST).
pub const MEETING_CANCEL: &str = "/v1/meetings/{id}/_cancel";
/// It goes on after all (POST).
pub const MEETING_REINSTATE: &str = "/v1/meetings/{id}/_reinstate";
/// Propose to send the agenda, or the decisions of a meeting that was held (POST).
pub const MEETING_PUBLISH: &str = "/v1/meetings/{id}/_publish";
/// Series of meetings: list (GET) and begin (POST).
pub const MEETING_SERIES: &str = "/v1/meeting-series";
/// One series, by id or number: read (GET), change (PATCH, JSON merge patch).
pub const ONE_MEETING_SERIES: &str = "/v1/meeting-series/{id}";
/// End a series after a day (POST).
pub const MEETING_SERIES_END: &str = "/v1/meeting-series/{id}/_end";
/// A fixed version of an agenda, with what differs from the one before (GET).
pub const EDITION: &str = "/v1/editions/{id}";
/// Candidates for an agenda: list (GET) and propose a case (POST).
pub const AGENDA_CANDIDATES: &str = "/v1/agenda-candidates";
/// One item or candidate: read (GET), write in it (PATCH, JSON merge patch).
pub const AGENDA_ITEM: &str = "/v1/agenda-items/{id}";
/// Move an item within its agenda, onto one, or to that of another meeting (POST).
pub const AGENDA_ITEM_MOVE: &str = "/v1/agenda-items/{id}/_move";
/// Take an item off its agenda: it is a candidate again (POST).
pub const AGENDA_ITEM_TAKE_OFF: &str = "/v1/agenda-items/{id}/_take-off";
/// Drop a candidate (POST); moving it onto an agenda takes that back.
pub const AGENDA_ITEM_DROP: &str = "/v1/agenda-items/{id}/_drop";
/// Invite somebody for an item (POST).
pub const AGENDA_ITEM_INVITATIONS: &str = "/v1/agenda-items/{id}/invitations";
/// One invitation: note an answer, change or take back (PATCH, JSON merge patch).
pub const INVITATION: &str = "/v1/invitations/{id}";
/// Record a decision about an item (POST).
pub const AGENDA_ITEM_DECISIONS: &str = "/v1/agenda-items/{id}/decisions";
/// Put a paper with an item (POST).
pub const AGENDA_ITEM_PAPERS: &str = "/v1/agenda-items/{id}/papers";
/// One paper of an item: read a version (GET), change or take back (PATCH, JSON merge patch).
pub const ITEM_PAPER: &str = "/v1/item-papers/{id}";
/// One decision: correct or take back (PATCH, JSON merge patch).
pub const LET_DECISION: &str = "/v1/let-decisions/{id}";
/// Lessons: list (GET) and note (POST).
/// Rows of the audit log, asked for in a body.
pub const AUDIT_SEARCH: &str = "/v1/audit/_search";
/// The same as lines, whole.
pub const AUDIT_EXPORT: &str = "/v1/audit/_export";
/// What the privacy officer looks at this week.
pub const AUDIT_REVIEW: &str = "/v1/audit/review";
/// Somebody looked at a row of it.
pub const AUDIT_LOOKED: &str = "/v1/audit/review/looked";
/// Lessons.
pub const LESSONS: &str = "/v1/lessons";
/// One lesson: read (GET), change (PATCH, JSON merge patch).
pub const LESSON: &str = "/v1/lessons/{id}";
/// Alarms: marks of deadlines that were reached (GET).
pub const ALARMS: &str = "/v1/alarms";
/// Tokens of calendar feeds, of the own account: list (GET) and make (POST).
pub const FEED_TOKENS: &str = "/v1/feed-tokens";
/// One token of a calendar feed: revoke (DELETE).
pub const FEED_TOKEN: &str = "/v1/feed-tokens/{id}";
/// The deadlines as a calendar (GET, no bearer token): the feed token in it is the only secret in any URL.
pub const FEED_DEADLINES: &str = "/v1/feeds/{token}/deadlines.ics";
/// Organisations (GET).
pub const ORGANISATIONS: &str = "/v1/organisations";
/// Municipalities with their places (GET).
pub const MUNICIPALITIES: &str = "/v1/municipalities";
/// Compute a term (POST); changes nothing.
pub const TERMS_CALCULATE: &str = "/v1/terms/_calculate";
/// Everything changed after a cursor (GET, NDJSON).
pub const CHANGES: &str = "/v1/changes";
/// When to ask for changes again (GET, SSE).
pub const EVENTS: &str = "/v1/events";
/// Where a window is (PUT).
pub const PRESENCE: &str = "/v1/presence";
/// Who the token is (GET).
pub const ME: &str = "/v1/me";
/// How one signs in (GET), and signing in with a password (POST); no token needed.
pub const SIGN_IN: &str = "/v1/sign-in";
/// Begin to set up a local account (POST, no token needed).
pub const SIGN_IN_BEGIN_SET_UP: &str = "/v1/sign-in/_begin-set-up";
/// Set a local account up, and sign in (POST, no token needed).
pub const SIGN_IN_SET_UP: &str = "/v1/sign-in/_set-up";
/// Administrators: list (GET).
pub const ADMINISTRATORS: &str = "/v1/administrators";
/// Confirm that another is one (POST).
pub const ADMINISTRATOR_CONFIRM: &str = "/v1/administrators/{id}/_confirm";
/// Sessions of who signed in (GET).
pub const SESSIONS: &str = "/v1/sessions";
/// The session of the token itself: sign out (DELETE).
pub const SESSION_CURRENT: &str = "/v1/sessions/current";
/// One session: end it (DELETE).
pub const SESSION: &str = "/v1/sessions/{id}";
/// The API document (GET, no token needed).
pub const OPENAPI: &str = "/v1/openapi.json";
/// Is the process alive? Outside the published API.
pub const LIVE: &str = "/health/live";
/// Can it serve? Schema, disk, audit. Outside the published API.
pub const READY: &str = "/health/ready";
/// Closed cases whose term has passed (GET).
pub const DESTRUCTION_LIST: &str = "/v1/destruction-list";
/// Destructions: list (GET) and propose (POST).
pub const DESTRUCTIONS: &str = "/v1/destructions";
/// One destruction (GET).
pub const DESTRUCTION: &str = "/v1/destructions/{id}";
/// Approve another's destruction (POST).
pub const DESTRUCTION_CONFIRM: &str = "/v1/destructions/{id}/_confirm";
/// Reject another's destruction (POST).
pub const DESTRUCTION_REJECT: &str = "/v1/destructions/{id}/_reject";
/// Withdraw one's own destruction (POST).
pub const DESTRUCTION_WITHDRAW: &str = "/v1/destructions/{id}/_withdraw";
/// Exports of whole cases: list (GET) and propose (POST).
pub const EXPORTS: &str = "/v1/exports";
/// One export (GET).
pub const EXPORT: &str = "/v1/exports/{id}";
/// Confirm another's export (POST).
pub const EXPORT_CONFIRM: &str = "/v1/exports/{id}/_confirm";
/// Reject another's export (POST).
pub const EXPORT_REJECT: &str = "/v1/exports/{id}/_reject";
/// Withdraw one's own export (POST).
pub const EXPORT_WITHDRAW: &str = "/v1/exports/{id}/_withdraw";
/// The cases of one's own export, once another confirmed it (GET).
pub const EXPORT_CONTENT: &str = "/v1/exports/{id}/content";
/// Which data there are on a reference, asked for in a body (POST).
pub const HOLDINGS_SEARCH: &str = "/v1/holdings/_search";
