### loket, English. Plain and complete. One section per part of the program.

## common: terms from docs/glossary.md, used by every part

days-left = { $days } d
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
status-received = received
status-triage = in triage
status-waiting = waiting for information
status-in_progress = in progress
status-with_body = with body or ministry
status-agreed = solution agreed
status-aftercare = aftercare
status-closed = closed
status-referred = referred
status-out_of_scope = not for the desk
status-withdrawn = withdrawn
outcome-within_rules = solved within the rules
outcome-deviation = made to measure, with deviation
outcome-breakthrough = breakthrough in the LET
outcome-bridging = bridging
outcome-unresolved = not solved
outcome-referred = referred
outcome-within_rules-letter = r
outcome-deviation-letter = m
outcome-breakthrough-letter = l
outcome-bridging-letter = b
outcome-unresolved-letter = n
outcome-referred-letter = d
close-outcome-referred-note = after the desk worked on it
close-referred-letter = v
close-referred-note = the register was enough
close-out_of_scope-letter = k
close-out_of_scope-note = does not belong here
close-withdrawn-letter = g
close-withdrawn-note = the reporter takes it back
choose-close = How did it end?  { $subject }
saved-closed = { $number } is closed: { $outcome }
urgency-crisis = crisis
urgency-high = high
urgency-normal = normal
urgency-low = low
channel-form = form
channel-mail = e-mail
channel-phone = phone
channel-register = register
channel-let = LET
mandate-geen = none
mandate-signaleren = signal
mandate-afstemmen = co-ordinate
mandate-beslissen = decide
freshness-fresh = fresh
freshness-ageing = ageing
freshness-stale = stale
freshness-reported = is wrong
standing-stale = stale
standing-mandate-ended = mandate ended
standing-entry-ended = entry ended
mandate-over = ended
thousands = ,
role-desk = desk officer
role-let-secretary = LET secretariat
role-register-reader = register reader
role-register-editor = register editor
role-municipal = municipal professional
role-body = national body
role-privacy-officer = privacy officer
role-administrator = administrator
role-intake-form = intake form
flag-bsn_masked = BSN masked
notice-no-real-data = Put no real data of households in here: sign-in and scope are not finished yet.

## system: what the operating system or a database says, after a colon

system-not-found = it does not exist
system-not-permitted = you have no rights to it
system-exists = it exists already
system-folder = it is a folder
system-no-folder = a part of the path is no folder
system-full = the disk is full
system-read-only = it can be read only, not written
system-device = the disk or network drive gives an error
system-name-too-long = the name is too long
system-too-many-open = too many files are open at once
system-cut = the connection was broken
system-address-in-use = another program uses this address already
system-no-such-address = this address does not belong to this computer
system-unreachable = the network or the computer cannot be reached
system-unknown-name = the name of the computer is unknown
system-timed-out = no answer came in time
system-refused = nothing listens at that address
system-no-text = it is no text in UTF-8
system-busy = another program holds the database
system-damaged = the database is damaged; put a backup back
system-not-opened = the file cannot be opened
system-no-database-file = it is no SQLite database
system-wrong-password = the password is wrong or missing
system-not-ready = the database is starting or stopping

## problem: title, then advice, for each code of api::problem

problem-invalid-input = The input is wrong.
problem-invalid-input-advice = Correct what is listed below and try again.
problem-broken-json = This is not valid JSON.
problem-broken-json-advice = Look at the place named: brackets, commas and quotes.
problem-bsn-in-text = A citizen service number stands in the text.
problem-bsn-in-text-advice = Take the number out, then save. Your text is not lost.
problem-idempotency-key-missing = The Idempotency-Key header is missing or no UUID.
problem-idempotency-key-missing-advice = Send a new UUID with every change, and the same one when you try again.
problem-not-signed-in = You are not signed in to this server.
problem-not-signed-in-advice = Sign in with "loket login". If your organisation has no sign-in, ask the administrator for a token (loket token create) and put it in LOKET_TOKEN or in a file that the configuration names.
problem-session-ended = Your session has ended.
problem-session-ended-advice = Sign in again.
problem-sign-in-refused = The sign-in was refused.
problem-sign-in-refused-advice = Check name, passphrase and code; a code counts once. If it does not work, ask your administrator for a new set-up secret.
problem-no-role = You have no role here.
problem-no-role-advice = Your organisation gave you no role in loket, or an organisation that loket does not know. Ask your administrator.
problem-not-allowed = Your role may not do this.
problem-not-allowed-advice = Ask somebody of the desk to do it, or the administrator for another role.
problem-unknown-route = This address does not exist.
problem-unknown-route-advice = Check the path; it has no slash at the end. All paths are in /v1/openapi.json.
problem-not-found = This was not found.
problem-not-found-advice = Check the number. You may not be allowed to see it.
problem-gone = This was saved before, and taken away since.
problem-gone-advice = Nothing was saved now. Save it again if you still want it.
problem-method-not-allowed = This address does not know that method.
problem-method-not-allowed-advice = The Allow header names the methods it knows.
problem-already-claimed = Somebody else has claimed this signal.
problem-already-claimed-advice = Talk to that colleague, or give a reason to take it over.
problem-not-claimed = You have not claimed this signal.
problem-not-claimed-advice = There is nothing to release. Look again who has it.
problem-not-in-this-status = The signal's status does not allow this.
problem-not-in-this-status-advice = Change the status first. An outcome belongs to a closed signal.
problem-idempotency-key-reused = This Idempotency-Key was used for something else.
problem-idempotency-key-reused-advice = Make a new key for a new change.
problem-source-taken = This source and reference exist already, with other content.
problem-source-taken-advice = Nothing was changed. Look at what is there and add to it, or use another reference.
problem-stale-version = Somebody changed this since.
problem-stale-version-advice = Look at the new version and make your change on that.
problem-too-large = This is too large.
problem-too-large-advice = At most 256 KiB at a time. Shorten the text or split it.
problem-wrong-media-type = The body is not JSON.
problem-wrong-media-type-advice = Send Content-Type: application/json.
problem-version-missing = The If-Match header is missing.
problem-version-missing-advice = Read the object first and send the ETag you got.
problem-too-many-requests = Too many requests in a row.
problem-too-many-requests-advice = Wait a moment; the Retry-After header says how long.
problem-internal = Something went wrong in the server.
problem-internal-advice = Try again. If it stays, give the number of the request to the administrator.
problem-unavailable = The server cannot save now, or cannot write down who sees what.
problem-unavailable-advice = Nothing was shown and nothing was saved. Try again in a few seconds.
problem-timed-out = It took too long.
problem-timed-out-advice = Whether it was saved is not known. Try again with the same key: then it happens at most once.
fault-required = This field is required.
fault-too-long = This is too long: at most { $value }.
fault-too-short = This is too short: a word of { $value } letters at least, or a whole abbreviation or CBS code.
fault-too-many-reports = At most { $value } reports in ten minutes.
fault-too-many-searches = At most { $value } searches in ten minutes.
fault-too-many-persons = At most { $value } different persons a day. Whom you saw today you still see.
fault-too-many-sign-ins = At most { $value } failed sign-ins in a quarter of an hour, of one name and from one address. Your administrator can unlock a name.
fault-password-too-short = The passphrase is too short: at least { $value } characters. A few separate words are easy to remember.
fault-password-is-name = The passphrase is mostly your name.
fault-password-common = Everybody guesses this passphrase. Choose a few words that have nothing to do with each other.
fault-not-a-date = This is not a date. Write yyyy-mm-dd.
fault-not-a-time = This is not a time. Write yyyy-mm-ddThh:mm:ssZ.
fault-not-an-id = This is not a UUID.
fault-unknown-value = There is no such value.
fault-unknown-field = There is no such field.
fault-wrong-type = This is the wrong kind of value.
fault-wrong-form = This has the wrong form. An example: { $value }
fault-out-of-range = This is outside what is allowed: { $value }.
fault-bsn = Here is a citizen service number, from character { $value }.
fault-differs = This differs from what is there.
fault-no-term = This rule gives no term by itself.
fault-other-length = The rule gives another length: { $value }.
fault-not-with-working-days = A term in working days cannot be suspended.
fault-not-together = This cannot go together with: { $value }.
fault-unknown-in-filter = Part { $value } of the filter has a value loket does not know. A view holds only known municipalities, bodies, owners, statuses, urgencies, numbers and days.
fault-twice = This is there twice.
fault-does-not-stand = This contact moment does not stand (any more) at this signal: it was corrected or withdrawn already, or belongs to another.
start-not-a-database = This is not a database loket knows: { $detail }. Use sqlite:FILE or postgres://USER@HOST/DATABASE.
start-password-in-url = The database URL holds a password. Put the URL in LOKET_DATABASE, or the password in PGPASSFILE.
start-old-sqlite = SQLite { $detail } is too old; version 3.51.3 or newer is needed.
start-schema = The database does not fit this version of loket: { $detail }
start-missing = There is no database of loket: { $detail }. Start loket serve once, or check the path.
start-other-schema = The database was made by another version of loket. Use that version, or bring it up to date with loket db migrate of this version.
start-role-superuser = The PostgreSQL role { $detail } is a superuser. Serve by a role that may do less: loket db migrate --serving ROLE, by the owner.
start-role-bypassrls = The PostgreSQL role { $detail } goes round row-level security (BYPASSRLS). Serve by a role that may do less: loket db migrate --serving ROLE, by the owner.
start-role-owner = The PostgreSQL role { $detail } owns the tables. Serve by a role that may do less: loket db migrate --serving ROLE, by the owner.
start-role-makes-roles = The PostgreSQL role { $detail } may make roles (CREATEROLE) and so take any right. Serve by a role that may do less: loket db migrate --serving ROLE, by the owner.
start-role-changes-the-log = The PostgreSQL role { $detail } may change the audit log or the list of steps. Have the owner run loket db migrate --serving ROLE, and revoke what groups were granted.
start-role-makes-tables = The PostgreSQL role { $detail } may make tables in the schema public. Have the owner run loket db migrate --serving ROLE, and revoke what groups were granted.
start-no-scope = The connection to PostgreSQL loses its setting loket.scope, probably to a pooler of connections. Without it nothing is seen. Set it on the role: ALTER ROLE ROLE SET loket.scope = 'all'.
start-in-use = The database is in use: { $detail } connections of loket are open. This step changes what older servers read. Stop all servers first.
start-local-beside-provider = A provider is set (--identity), and local_accounts too. Choose one of them: with both, one human can be two people.
start-unreachable = The database cannot be opened: { $detail }

## intake

intake-empty = The file has no rows.
intake-file-too-large = The file is too large: at most { $most } bytes.
intake-missing-column = Required columns are missing: { $names }.
intake-other-file = This looks like another kind of file. Try "{ $command }".
intake-unknown-column = loket does not know this column: "{ $name }". Its content was left out.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
intake-column-twice = The column "{ $name }" occurs twice.
intake-cell-count = The row has { $has } cells, the header { $expected }.
intake-quote-not-closed = A quotation mark is never closed.
intake-text-after-quote = Text follows a closing quotation mark. Double a quotation mark inside a cell.
intake-row-too-large = The row is too large to send: at most { $most } bytes. Perhaps a quotation mark is not closed.
intake-too-many-broken-rows = Too many broken rows: the file was not read from here on.
intake-unreadable = This row has characters that cannot be read. Save the file as UTF-8.
intake-broken-json = From here on this is no valid JSON. Check brackets, commas and quotes.
intake-not-an-object = An object belongs here, with the columns as names.
intake-not-text = Text, a number or a list of these belongs here.
intake-required = This field is required.
intake-one-required = Fill in one of these fields: { $names }.
intake-one-only = Fill in only one of these fields: { $names }.
intake-not-a-calendar = This is no calendar in iCalendar form (.ics). Save the events from your calendar as .ics.
intake-event-not-closed = The event "{ $name }" is cut off in the file. Save the file from your calendar again.
intake-event-recurring = Not brought in: "{ $name }" comes back in a way that is not read here. Begin a series yourself (loket meeting series create) or make the meetings (loket meeting create).
intake-event-too-often = Not brought in: "{ $name }" comes back more often than can be brought in at a time.
intake-event-expanded = "{ $name }" comes back: { $count ->
    [1] 1 meeting
   *[other] { $count } meetings
 }, the last on { $day }.
intake-event-goes-on = "{ $name }" goes on after that; bring the file in again later.
intake-event-over = "{ $name }" does not come back any more: the last time lies behind us.
intake-event-cancelled = Not brought in: "{ $name }" was cancelled in the calendar. If the meeting is in loket, cancel it there (loket meeting cancel).
intake-event-without-times = "{ $name }" has no time of beginning: a meeting does not last a whole day. Add times in the calendar.
intake-event-without-end = "{ $name }" has a beginning and no end. Add an end in the calendar.
intake-no-such-moment = "{ $name }": { $value } is no moment or duration, or the clock skips this moment.
intake-unknown-zone = "{ $name }": loket does not know the time zone "{ $value }". Set the event to Europe/Amsterdam in the calendar.
intake-no-zone = "{ $name }" names no time zone: its times count as those in the Netherlands.
intake-not-a-date = "{ $value }" is not a day. Write 2026-11-16 or 16-11-2026.
intake-not-a-moment = "{ $value }" is not a moment. Write 2026-11-16T09:12 or 16-11-2026 09:12.
intake-not-euros = "{ $value }" is not an amount in whole euros.
intake-not-mail = "{ $value }" is not a mail address.
intake-not-phone = "{ $value }" is not a phone number.
intake-unknown-word = "{ $value }" cannot stand here.{ $near ->
    [none] {" "}Choose from: { $words }.
   *[other] {" "}Did you mean "{ $near }"?
}
intake-unknown-municipality = There is no municipality or place "{ $value }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
}
intake-ambiguous-municipality = Several municipalities are called "{ $value }": { $candidates }. Fill in the CBS code.
intake-unknown-organisation = There is no organisation "{ $value }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
}
intake-organisations-differ = "{ $name }" and CBS code { $code } are not the same municipality.
intake-without-column = This field only means something if "{ $needs }" is filled in.
intake-too-long = This is too long: at most { $most }.
intake-out-of-range = This must lie within { $range }.
intake-not-a-length = "{ $value }" is not a length. Write for example 6 weeks, 42 days, 3 months, 1 year or 3 working days; in short: 6w, 42d, 3m, 1y, 3wd.
intake-not-a-suspension = "{ $value }" is not a suspension. Write 2026-09-15..2026-10-13 or 15-09-2026 t/m 12-10-2026; the first day comes first.
intake-not-taken = This cannot be taken in ({ $code }).
intake-other-format = This is not CSV, JSON or e-mail (.eml). Save a worksheet as CSV.
intake-repeated = This row equals the one on line { $line }.
intake-reference-twice = Line { $line } has another row with the same reference.
intake-nul-replaced = { $count ->
    [one] One NUL character was replaced by ␀.
   *[other] { $count } NUL characters were replaced by ␀.
}
intake-not-a-message = This is not an e-mail message.
intake-message-too-entangled = This message holds too many messages inside each other to be read safely. Send the attachments apart.
intake-no-date = The message has no date: the moment of import counts as received.
intake-no-text = The message has no text.
intake-cut = The text is too long: { $left } characters were not taken in. That is said below the text too.
intake-attachments-cut = { $left } attachments were not noted. That is said below the text too.

## cli

cli = loket: for households stuck between the rules of several authorities. Without a command the interface opens.
cli-after =
    Examples:
        loket demo
        loket signal import signalen.csv *.eml
        loket wie "svb escalatie" --field phone
        loket signal list --owner me --json

    Exit codes: 0 done, 1 nothing found, 2 usage, 3 several equally good, 65 input refused, 69 no server,
    75 not confirmed, 76 changed by someone else, 77 not allowed, 78 configuration.
    Environment: LOKET_SERVER, LOKET_TOKEN, LOKET_TOKEN_FILE, LOKET_DATABASE, LOKET_LANGUAGE, LOKET_THEME, LOKET_KEYMAP, LOKET_LOG.
cli-heading-usage = Usage
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-heading-commands = Commands
cli-word-options = {"["}OPTIONS]
cli-word-command = <COMMAND>
# What values are called in the help of the command line.
cli-value-addr = ADDR
cli-value-base = BASE
cli-value-basis = BASIS
cli-value-body = BODY
cli-value-channel = CHANNEL
cli-value-column = COLUMN
cli-value-date = DATE
cli-value-days = DAYS
cli-value-dir = DIR
cli-value-domain = DOMAIN
cli-value-ending = ENDING
cli-value-field = FIELD
cli-value-file = FILE
cli-value-function = FUNCTION
cli-value-ground = GROUND
cli-value-hash = HASH
cli-value-key = KEY
cli-value-kind = KIND
cli-value-length = LENGTH
cli-value-level = LEVEL
cli-value-n = N
cli-value-name = NAME
cli-value-number = NUMBER
cli-value-order = ORDER
cli-value-owner = OWNER
cli-value-payer = PAYER
cli-value-query = QUERY
cli-value-reach = REACH
cli-value-reason = REASON
cli-value-role = ROLE
cli-value-setting = SETTING
cli-value-text = TEXT
cli-value-title = TITLE
cli-value-trigger = TRIGGER
cli-value-urgency = URGENCY
cli-value-url = URL
cli-value-value = VALUE
cli-value-version = VERSION
cli-value-who = WHO
cli-value-day = DAY
cli-value-what = WHAT
cli-value-which = WHICH
cli-value-word = WORD
cli-value-year = YEAR
cli-server = Address of the server; otherwise LOKET_SERVER or the configuration
cli-lang = Language of every text: { $values }
cli-option-theme = Name of the interface's theme
cli-keymap = Name of the interface's keymap
cli-help = Show this help
cli-version = Show the version
cli-json = Give JSON, for other programs
cli-key = Idempotency key: the same command with the same key counts once
cli-meeting-option = The meeting, instead of as a word of its own
cli-database = The database: sqlite:FILE or postgres://…; without a password. Otherwise LOKET_DATABASE
cli-database-file = File with the address of the database, readable by you alone
cli-demo = Try loket with invented data
cli-demo-signals = Number of signals (320)
cli-demo-officers = Number of officers in the register (700)
cli-demo-seed = Number the data grow from: the same number gives the same data
cli-demo-date = The day the demonstration plays on; otherwise today
cli-demo-still = Without invented colleagues: nobody is at work, and nobody confirms what you want to send
cli-demo-serve-only = Only the server: print address and token, no interface
cli-demo-listen = Address and port to listen on (127.0.0.1, a free port)
cli-serve = Start the server
cli-serve-listen = Address and port to listen on (127.0.0.1:7480)
cli-serve-identity = File with the provider that people sign in at; without it only tokens of loket count
cli-serve-log-level = What the log tells: { $values } (info, or LOKET_LOG)
cli-serve-log-format = Form of the log lines: { $values } (text)
cli-token = Manage tokens: access to the server
cli-token-create = Make an account with a token; the token is shown once
cli-token-create-role = Role: { $values }
cli-token-create-name = Name of the person or system
cli-token-create-organisation = Code of the organisation, such as GM0344 or SVB; otherwise the desk itself
cli-token-create-expires = Number of days the token is valid; otherwise until it is revoked. An intake form needs it
cli-token-list = Show every token, without its secret
cli-token-revoke = Revoke the tokens of an account
cli-token-revoke-account = Id of the account, as in the list
cli-account = Manage accounts with a passphrase, for small installations
cli-account-add = Make an account; the set-up secret is shown once and is good for 24 hours
cli-account-add-name = Name somebody signs in with, and that others see
cli-account-add-role = Role: { $values }
cli-account-add-organisation = Code of the organisation, such as GM0344 or SVB; otherwise the desk itself
cli-account-list = Show the accounts
cli-account-remove = Take an account away and end its sessions; what it did stays under its name
cli-account-remove-name = Name of the account
cli-account-reset = Let an account be set up anew, with a new set-up secret; its sessions end
cli-account-reset-name = Name of the account
cli-account-unlock = Forget the failed sign-ins of an account
cli-account-unlock-name = Name of the account
cli-session = Show who is signed in, and end sessions (administrator)
cli-session-list = Show the sessions, seen last first
cli-session-revoke = End a session: its user has to sign in anew
cli-session-revoke-which = Id of the session, as in the list
cli-identity = Check the file with the provider that people sign in at
cli-identity-check = Check an identity file and show every mistake with its place
cli-identity-check-file = The file, as "loket serve --identity" reads it
cli-db = Maintain the database
cli-db-backup = Make a copy of a SQLite database, also while it is in use; PostgreSQL: pg_dump or pg_basebackup
cli-db-backup-file = New file for the copy
cli-db-check = Check the database and the audit log
cli-db-migrate = Bring the database to the schema of this version, without serving; several servers may do so at once
cli-db-migrate-dry-run = Only show which steps are needed
cli-db-migrate-serving = Let this role of PostgreSQL serve: it may read and write rows, only add to the audit log, and not change the schema
cli-db-restore = Put a copy of a SQLite database back as a new file, and check it; never overwrites
cli-db-restore-file = The copy that loket db backup made
cli-db-restored = After a PostgreSQL database was put back: have everybody fetch everything anew, and check the database
cli-db-copy = Move everything to an empty database, also of the other kind, and compare row by row afterwards
cli-db-copy-from = From this database: sqlite:FILE or postgres://…
cli-db-copy-to = To this empty database
cli-signal = Signals: bring in, look at, take up
cli-signal-import = Bring in signals from CSV, JSON or e-mail (.eml)
cli-signal-import-files = Files; - reads standard input
cli-signal-import-dry-run = Show what would happen, without sending anything
cli-signal-list = Show the queue of signals
cli-signal-list-words = Words that must all occur in number, title, municipality, bodies or owner
cli-signal-list-status = Status, several with commas; open is all that still runs, all is everything (open)
cli-signal-list-urgency = Urgency: crisis, high, normal, low; several with commas
cli-signal-list-municipality = CBS code of the municipality; several with commas
cli-signal-list-organisation = Code of a body; several with commas
cli-signal-list-owner = Owner: me, none or the id of an account
cli-signal-list-until = First hard date on or before this day
cli-signal-list-sort = Sort by: { $values }
cli-signal-list-order = Direction: { $values }
cli-signal-list-limit = At most so many signals (50 on a screen, all in a file or JSON)
cli-signal-show = Show one signal with its timeline; that you read it is logged
cli-signal-show-number = Number: S-2026-00421, S-421 or 421
cli-signal-alike = Show signals that may be about the same household, and why; nothing is linked
cli-signal-alike-number = Number: S-2026-00421, S-421 or 421
cli-alike-none = No signal looks like this one.
cli-alike-linked = linked already
cli-alike-column-number = Number
cli-alike-column-received = Received
cli-alike-column-status = Status
cli-alike-column-title = Title
cli-alike-column-because = Why
resemblance-household = same household
resemblance-reference = same reference
resemblance-decision = decision of the same day
resemblance-event = event on the same day
resemblance-reporter = same reporter
resemblance-municipality = same municipality
resemblance-bodies = same bodies
resemblance-words = same words
cli-signal-show-reveal = Show what is shielded too; that is logged by itself
cli-signal-create = Take down a signal
cli-signal-create-title = Title: kind of problem and bodies, without names
cli-signal-create-json-input = The whole signal as JSON, as for POST /v1/signals; - reads standard input. Name, phone and mail of the reporter go along only this way: an option stands in the list of processes
cli-signal-create-account = Only "-": the account comes from standard input. What is an option stands in the list of processes
cli-signal-create-municipality = Municipality, by name or CBS code
cli-signal-create-body = Body in the stalemate, by name or abbreviation; may be repeated
cli-signal-create-life-domain = Life domain; may be repeated: { $values }
cli-signal-create-urgency = Urgency: { $values }
cli-signal-create-channel = Channel: { $values } (phone)
cli-signal-create-threat = Threatening event
cli-signal-create-threat-on = Day of the threatening event
cli-signal-create-decision-body = Body that made a decision
cli-signal-create-decision-reference = Reference of the decision
cli-signal-create-decision-sent = Day the decision was announced (sent)
cli-signal-create-reporter-function = Function of the reporter
cli-signal-create-reporter-organisation = Organisation of the reporter
cli-signal-claim = Claim a signal
cli-signal-claim-number = Number: S-2026-00421, S-421 or 421
cli-signal-claim-takeover = Take it over from a colleague, with the reason; that is logged
cli-signal-release = Release a signal
cli-signal-release-number = Number: S-2026-00421, S-421 or 421
cli-signal-triage = Show what triage asks of a signal, and how far it is answered; that you read it is logged
cli-signal-triage-number = Number: S-2026-00421, S-421 or 421
cli-triage-column-question = question
cli-triage-column-standing = standing
cli-triage-none = Triage asks nothing.
cli-triage-answered = answered
cli-triage-partly = partly
cli-triage-open = open
cli-signal-change = Change what stands in a signal: life domains, positions, attempts, plan, documents and the rest
cli-signal-change-number = Number: S-2026-00421, S-421 or 421
cli-signal-change-json-input = File with the fields that change, as JSON as the API knows them; - reads standard input
cli-signal-change-version = Only if the signal still has this version; without this option the version of now counts
cli-changed = { $number } changed: { $title }
cli-signal-close = Close a case, with how it ended
cli-signal-close-number = Number: S-2026-00421, S-421 or 421
cli-signal-close-outcome = How it ended: { $values }
cli-signal-close-result = Only "-": what was achieved comes from standard input
cli-signal-close-legal-room = Legal room used: the hardship clause or deviation, with its article
cli-signal-close-budget = Breakthrough budget spent, in whole euros
cli-closed = { $number } is closed: { $title }
cli-signal-note = Write a note on a signal; the text comes from standard input
cli-signal-note-number = Number: S-2026-00421, S-421 or 421
cli-signal-note-text = Only "-", which may be left out: the note comes from standard input, so that it does not stand in the list of processes
cli-signal-contact = Record a contact moment
cli-signal-contact-number = Number: S-2026-00421, S-421 or 421
cli-signal-contact-with = With which body or function; the name of a person goes with --json-input
cli-signal-contact-reached = Reached
cli-signal-contact-not-reached = Not reached
cli-signal-contact-agreed = Only "-": what was agreed comes from standard input
cli-signal-contact-call-back = Call back on this day
cli-signal-contact-call-back-at = At this time, for example 10:00
cli-register = The register of officers
cli-register-import = Bring in the register from CSV
cli-register-import-files = Files; - reads standard input
cli-register-import-dry-run = Show what would happen, without sending anything
cli-wie = Find who has the mandate and how to reach them
cli-wie-query = Words from name, function, organisation, municipality or place
cli-wie-case = For this case: its municipality and bodies come first; without words who may decide about it
cli-wie-field = Give only this: { $values }; the central number comes first
cli-forced = For sshd: run what somebody with a key of their own asks for (`wie` alone)
cli-forced-token-file = File with the token of whoever this key belongs to
cli-logout = Erase what this machine keeps of a server: drafts and the register for when the server is away
cli-logout-drafts-too = Also when there are drafts or unconfirmed changes
cli-login = Sign in: at the provider the server names, or at the server itself with a passphrase
cli-login-device = By a code you enter on another computer (over SSH it goes like this by itself)
cli-login-name = With a passphrase: your name; otherwise it is asked for
cli-login-set-up = Set up your account first, with the set-up secret your administrator gave you
cli-login-password-file = File with the passphrase, readable by you alone; otherwise it is asked for
cli-policy = Show which role may do what
cli-config = The configuration
cli-config-default = Show a configuration file to start from
cli-config-check = Check your configuration
cli-config-show = Show what counts, and where it comes from
cli-completions = Give a script that completes commands in your shell
cli-completions-shell = Shell: { $values }
cli-man-name = NAME
cli-man-keys = every key of loket (keymap { $name })
cli-keys = Show every command with its keys
cli-keys-md = As tables in Markdown
cli-column-keys = Keys
cli-column-command = Command
cli-column-meaning = Meaning
cli-man = Give the manual, or write a page for each command
cli-man-folder = Folder for the pages
cli-usage-unknown-command = There is no command "{ $word }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
cli-usage-unknown-argument = There is no option "{ $word }" here.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
cli-usage-invalid-value = "{ $value }" is not possible for { $word }.{ $choices ->
    [none] {""}
   *[other] {" "}Choose from: { $choices }.
}{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
cli-usage-no-value = A value is missing for { $word }.
cli-usage-too-many-values = There are too many values for { $word }.
cli-usage-conflict = { $word } and { $prior } cannot go together.
cli-usage-missing = This is missing: { $word }.
cli-usage-missing-command = Which command do you mean? Choose one.
cli-usage-not-unicode = An argument is not readable text.
cli-usage-other = This command is not right: { $word } { $value }
cli-usage-advice = See "loket --help", or --help after the command.
cli-no-server = No server is set. Give --server URL, set LOKET_SERVER, or fill in "server" in your configuration. Just looking? Try "loket demo"; for commands like this one: "loket demo --serve-only".
cli-no-token = You are not signed in at { $server }: use "loket login". Or ask the administrator for one ("loket token create") and put it in LOKET_TOKEN, or in a file that you set as "token_file".
cli-no-database = Which database? Give --database sqlite:FILE, or set LOKET_DATABASE.
cli-secret-unreadable = The file { $file } cannot be read: { $detail }
cli-secret-no-file = { $file } is not a file with a secret.
cli-secret-open = Others can read { $file } (mode { $detail }). Make it readable by you alone: chmod 600 { $file }
cli-store-failed = The database fails: { $detail }
cli-system = The system refuses: { $detail }
cli-not-written = The output could not be written: { $detail }
cli-file-not-written = { $file } could not be written: { $detail }
cli-file-unreadable = The file cannot be read: { $detail }
cli-stdin = Standard input cannot be used: { $detail }
cli-json-input = This is valid JSON, but not what belongs here: { $detail }. See docs/api.md, "JSON on the command line".
cli-json-syntax = This is no valid JSON: the fault is on line { $line }, character { $column }.
cli-not-in-arguments = { $option }: this text does not belong in the command, which stands in the list of processes and in the history of your shell. Nothing was sent. Give "-" and pipe the text in, or type it afterwards.
cli-typing = Type the text. Ctrl+D on an empty line ends it, Ctrl+C breaks off.
cli-stdin-too-long = Standard input is too long: at most { $most } bytes.
cli-signal-contact-json-input = The contact moment as JSON ("with", "reached", "agreed", "callBackOn", "callBackAt", "corrects", "withdrawn"); - reads standard input
cli-cannot-listen = Cannot listen on { $address }: { $detail }
cli-demo-serving = The line below is for another window: put it there with "export" before it, then the commands of loket work. Leave this window open; Ctrl+C stops the demonstration.
cli-demo-invented = This is a demonstration: all data are invented and disappear at the end.
cli-serving = The server listens on http://{ $address }
cli-not-confirmed = Not confirmed. Give the same command, with the same input, again with --key { $key }; then it does not count twice.
cli-no-server-advice = Check the address and your network. If this goes on, ask the administrator whether the server is running.
cli-not-a-number = "{ $given }" is not a number. Write S-2026-00421, S-421 or 421.
cli-no-signal = There is no signal { $number }, or it is not yours to see.
cli-unknown-municipality = The municipality "{ $given }" is not known, or not one.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
}
cli-unknown-organisation = There is no body "{ $given }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
}
cli-held-by = Claimed by: { $name }
cli-claimed = { $number } is yours: { $title }
cli-released = { $number } was released: { $title }
cli-noted = The note stands with { $number }: { $title }
cli-contact-kept = The contact moment stands with { $number }: { $title }
cli-list-more = There are more than { $limit }. Ask for more with --limit.
cli-list-none = No signals fit this.
cli-wie-none = The register has nobody for "{ $query }".
cli-wie-several = { $count } officers fit equally well. Add a word.
cli-wie-stale = Note: this entry is stale. Check whether it still holds.
cli-wie-mandate-ended = Note: the mandate of this officer has ended.
cli-wie-entry-ended = This entry has ended: the number does not hold any more. Look up who it is now.
cli-wie-empty = The register does not hold this.
cli-wie-forgiven = Note: nobody is called exactly “{ $query }”. This is like it.
cli-wie-uncovered = Note: this mandate does not cover “{ $topic }”. Ask for the deputy or the escalation, or search for mandate:{ $topic }.
cli-forced-wie-only = With this key you can only look up who has the mandate. Type for example: ssh loket@host wie cak
cli-forced-option = With this key you can only use --field, --json, --csv, --md and --lang.
cli-login-cannot-keep = A sign-in cannot be kept here: { $reason }
cli-login-token-wins = A token is set (LOKET_TOKEN or token_file), and it goes first. Take it away to sign in.
cli-login-not-kept = With keep_sign_in = false a sign-in stays in memory alone: start loket and sign in there.
cli-login-no-provider = { $server } has no provider to sign in at, and no accounts with a passphrase. Ask your administrator for a token.
cli-login-no-device = The provider does not let anybody sign in by a code. Use "loket login" on a computer with a browser.
cli-login-stopped = Broken off. You are not signed in.
cli-login-denied = The sign-in was refused.
cli-login-expired = The code is over. Begin anew with "loket login".
cli-login-done = You are signed in at { $server } as { $name } ({ $role }).
cli-login-not-renewed = The provider does not let this be renewed: the sign-in counts until { $time }.
cli-login-until = The sign-in counts until { $time }.
cli-login-ask-name = Name:
cli-login-ask-password = Passphrase (what you type is not shown):
cli-login-ask-code = Code of six digits from your app:
cli-login-ask-secret = Set-up secret (what you type is not shown):
cli-login-ask-new-password = New passphrase (what you type is not shown):
cli-login-ask-again = Once more:
cli-login-new-password = Choose a passphrase of at least 12 characters, such as four separate words.
cli-login-differs = That was not twice the same.
cli-login-app = Put this in an app for codes (TOTP) on your phone or in your password manager:
cli-login-app-secret = Or type this secret into the app: { $secret }
cli-ask-no-text = That is no text.
cli-login-page = You are signed in. You may close this window and go back to loket.
cli-login-page-failed = You are not signed in. You may close this window; loket tells why.
cli-login-meddled = Signing in was broken off: more than your browser opened the address on this computer. Begin again; if it happens again, ask your administrator.
cli-login-browser =
    Your browser is being opened. If nothing happens, open this yourself:
    { $address }
    No browser on this computer? Use "loket login --device".
cli-login-no-browser =
    No browser can be opened here. Open this on this computer yourself:
    { $address }
    Or sign in by a code: "loket login --device".
cli-login-device-code =
    Open this at your workplace: { $address }
    and enter this code:

        { $code }
cli-login-device-whole = Or open both at once: { $whole }
cli-login-device-warning =
    This is for loket on { $machine }. Never enter a code you did not ask for yourself:
    whoever sends you one wants to get in under your name.
    Waiting for approval. The code is good until { $time }.
cli-logout-signed-out = You are signed out.
cli-logout-here-only = You are signed out on this computer; the server did not hear it. Your administrator can end a session that still runs there.
cli-logout-provider = The provider did not hear it: what it gave runs out by itself.
cli-logout-not-forgotten = Mind: the file with your sign-in could not be removed. Remove it yourself.
cli-logout-nothing = Nothing of { $server } is kept here.
cli-logout-drafts = Nothing was erased: { $count } drafts or unconfirmed changes would be lost. Open loket to finish them, or use --drafts-too.
cli-logout-done =
    Erased what this machine kept of { $server }.{ $token ->
        [none] {""}
       *[other] {" "}The token still stands in { $token }; erase that file, or have the token revoked.
    }
cli-wie-nobody-covers = Nobody here decides about “{ $topic }”. The nearest: { $next }.
cli-token-must-expire = A token of an intake form must expire: add --expires DAYS.
cli-token-created = Account { $account }. Keep the token now: it is not shown again.
cli-token-revoked = The tokens were revoked.
cli-token-none = There was no valid token to revoke.
cli-account-added = Account { $account }. Give { $name } this set-up secret now: it is not shown again and is good for 24 hours. It is set up with "loket login --set-up".
cli-account-removed = { $name } cannot sign in any more. The sessions end within 15 seconds.
cli-account-was-reset = Give { $name } this set-up secret now: it is not shown again and is good for 24 hours. The sessions end within 15 seconds.
cli-account-unlocked = The failed sign-ins of { $name } are forgotten. Those from an address go on counting for a quarter of an hour.
cli-account-unknown = There is no account with a passphrase called { $name }.
cli-account-taken = There is an account called { $name } already.
cli-account-full = There are { $most } accounts with a passphrase already, and there cannot be more. Use a provider: loket serve --identity FILE.
cli-account-of-people = An intake form does not sign in. Make a token for it: loket token create.
cli-account-none = There are no accounts with a passphrase.
cli-account-column-name = Name
cli-account-column-role = Role
cli-account-column-organisation = Organisation
cli-account-column-made = Made
cli-account-column-set-up = To be set up until
cli-account-column-account = Id
cli-session-revoked = The session was ended. Within 15 seconds it counts nowhere.
cli-session-none = Nobody is signed in.
cli-session-column-name = Name
cli-session-column-role = Role
cli-session-column-organisation = Organisation
cli-session-column-client = Program
cli-session-column-from = From
cli-session-column-begun = Begun
cli-session-column-seen = Last seen
cli-session-column-ended = Ended
cli-session-column-id = Id
cli-identity-good = No mistakes. Provider: { $issuer }. Rules for roles: { $count }.
cli-identity-broken = The server does not start while there are mistakes in { $file }.
identity-broken = This is not TOML: { $detail }.
identity-unknown-key = "{ $key }" does not exist here.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean "{ $near }"?
    }
identity-not-text = "{ $key }" takes text.
identity-not-list = "{ $key }" takes a list that is not empty.
identity-not-table = "{ $key }" takes a table.
identity-missing = "{ $key }" is missing here.
identity-issuer = "{ $given }" is not the address of a provider: it starts with https:// (http:// on this machine only) and has no ? or #.
identity-no-client = There is no program to sign in with: fill in device_client or browser_client.
identity-no-role = There is no [[role]] at all: nobody gets in like this.
identity-role = There is no role "{ $given }". There are: { $known }.{ $near ->
        [none] {""}
       *[other] {" "}Did you mean "{ $near }"?
    }
identity-organisation = There is no organisation with the code "{ $given }".{ $near ->
        [none] {""}
       *[other] {" "}Did you mean "{ $near }"?
    }
identity-algorithm = "{ $given }" is not a signature that may count. These are: { $known }.
cli-backup-made = The copy is in { $file }.
cli-backup-not-written = The backup { $file } cannot be written: { $why }
cli-backup-exists = { $file } exists. A copy never overwrites.
cli-backup-not-sqlite = loket db backup copies a SQLite file only. PostgreSQL has tools of its own: pg_dump for one file with this database, pg_basebackup for the whole server. Both work while loket runs.
cli-restore-exists = { $file } exists. A restore never overwrites: choose a new file, and have loket serve use it afterwards.
cli-restore-not-sqlite = loket db restore puts a SQLite file back only. Put PostgreSQL back with its own tools (docs/backup.md) and run loket db restored after it.
cli-restored = Put back in { $file }. Whoever still has a newer state on the screen fetches everything anew.
cli-named-anew = The database has a new name: whoever still has a newer state on the screen fetches everything anew.
cli-db-is-up-to-date = The database is up to date: { $wanted } steps.
cli-db-would-migrate = The database has { $before } of { $wanted } steps. loket db migrate does the rest.
cli-db-migrated = The database was brought up to date: from { $before } to { $wanted } steps.
cli-db-not-empty = The database to move to is not empty: there are rows in { $table }. Nothing was changed.
cli-db-differs = After moving, row { $row } of { $table } is not the same as the original. Nothing stays in the new database.
cli-db-copied = { $rows } rows moved, read back and found equal. Now have loket serve use the new database.
cli-db-checked = { $signals } signals, { $officers } officers, { $audit } audit rows: { $faults ->
    [0] all is well.
    [one] one fault.
   *[other] { $faults } faults.
}
db-fault-file = The file is damaged; SQLite says: { $subject }
db-fault-reference = { $count } { $count ->
    [one] row refers
   *[other] rows refer
} to something that is not there
db-fault-signal-without-document = { $count } { $count ->
    [one] signal
   *[other] signals
} without content
db-fault-feed-signal = { $count } { $count ->
    [one] signal is
   *[other] signals are
} missing from the changes that screens fetch
db-fault-feed-officer = { $count } { $count ->
    [one] officer is
   *[other] officers are
} missing from the changes that screens fetch
db-fault-feed-view = { $count } { $count ->
    [one] view is
   *[other] views are
} missing from the changes that screens fetch
db-fault-feed-deadline = { $count } { $count ->
    [one] deadline is
   *[other] deadlines are
} missing from the changes that screens fetch
db-fault-feed-alarm = { $count } { $count ->
    [one] alarm is
   *[other] alarms are
} missing from the changes that screens fetch
db-fault-feed-meeting = { $count } { $count ->
    [one] meeting is
   *[other] meetings are
} missing from the changes that screens fetch
db-fault-feed-agenda-item = { $count } { $count ->
    [one] agenda item is
   *[other] agenda items are
} missing from the changes that screens fetch
db-fault-feed-lesson = { $count } { $count ->
    [one] lesson is
   *[other] lessons are
} missing from the changes that screens fetch
db-fault-feed-series = { $count } { $count ->
    [one] series of meetings is
   *[other] series of meetings are
} missing from the changes that screens fetch
db-fault-item-without-meeting = { $count } { $count ->
    [one] agenda item belongs
   *[other] agenda items belong
} to a meeting that is not there
db-fault-item-without-signal = { $count } { $count ->
    [one] agenda item belongs
   *[other] agenda items belong
} to a signal that is not there
db-fault-commitment-without-item = { $count } { $count ->
    [one] commitment belongs
   *[other] commitments belong
} to an agenda item or an arrangement that is not there
db-fault-counter-changes = { $count } { $count ->
    [one] change is
   *[other] changes are
} beyond the counter of changes
db-fault-sequence-twice = { $count } { $count ->
    [one] sequence number was
   *[other] sequence numbers were
} given twice
db-fault-counter-signals = { $count } { $count ->
    [one] signal has
   *[other] signals have
} a number beyond the counter
db-fault-key-without-outcome = { $count } { $count ->
    [one] request is
   *[other] requests are
} kept without an outcome
db-fault-signal-document = Signal { $subject }: the content does not fit its row in the list
db-fault-officer-document = Officer { $subject }: the content does not fit its row
db-fault-timeline = Timeline of { $subject }: cannot be read
db-fault-document = { $subject }: cannot be read, or is not of this row
db-fault-audit-no-head = Log of { $subject }: there are rows, but the head of the chain is missing
db-fault-audit-tail = Log of { $subject }: the end is cut off
db-fault-audit-missing = Log of { $subject }: a row is missing here
db-fault-audit-changed = Log of { $subject }: this row was changed
db-fault-audit-head = Log of { $subject }: the head does not fit the last row
cli-import-refused = Refused: { $place }: { $reason }
cli-import-remark = Note: { $place }: { $reason }
cli-import-column = { $place }, column { $column }
cli-import-masked = { $count ->
    [one] One citizen service number was masked. Tell the sender that a BSN does not belong in a signal.
   *[other] { $count } citizen service numbers were masked. Tell the sender that a BSN does not belong in a signal.
}
cli-import-done = { $created } new, { $unchanged } unchanged, { $refused } refused
cli-import-ready = Dry run: { $ready } ready to bring in, { $refused } refused. Nothing was sent.
cli-import-again = The import stopped; { $left ->
    [one] 1 row is not confirmed
   *[other] { $left } rows are not confirmed
}. Give the same command again: what is in already does not change.
cli-import-done-updated = { $created } new, { $updated } updated, { $unchanged } unchanged, { $refused } refused
cli-import-no-case = There is no such case. Give the number of the signal in zaak (case), or in kenmerk (reference) the one it was brought in under.
cli-import-stays-open = The commitment is in, but it is still open. Correct the row and bring the file in again.
cli-config-sound = The configuration is sound.
cli-man-written = The manual is in { $folder }.
cli-access-public = everybody
cli-access-signed-in = everybody with a token
cli-origin-default = default
cli-reached = reached
cli-never = there was no contact
cli-correction = correction, {""}
cli-corrected = (corrected) { $what }
cli-not-reached = not reached
cli-call-back = call back on { $day }
cli-entry-received = received
cli-entry-note = note
cli-entry-contact = contact moment
cli-entry-change = change
cli-entry-claim = claimed
cli-entry-release = released
cli-entry-reveal = shown what is shielded
config-broken = This is not valid TOML: { $detail }. The whole file does not count.
config-unreadable = The file cannot be read: { $detail }
config-unknown-key = There is no setting "{ $key }".{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
config-not-text = The setting "{ $key }" must be text in quotation marks.
config-not-a-table = "{ $key }" must be a table: [{ $key }].
config-variable = { $key } has a value that is not possible: "{ $value }".
cli-column-urgency = urgency
cli-column-number = number
cli-column-received = received
cli-column-status = status
cli-column-hard-date = hard date
cli-column-municipality = municipality
cli-column-bodies = bodies
cli-column-owner = owner
cli-column-title = title
cli-column-channel = channel
cli-column-life-domains = life domains
cli-column-reporter = reporter
cli-column-household = household
cli-column-source = reference
cli-column-shielded = shielded
cli-column-merged-into = merged into
cli-shielded = { $fields } (--reveal shows it, is logged)
cli-column-threat = threat
cli-column-decision = decision
cli-column-flag = note
cli-column-call-back = call back
cli-column-attachment = attachment
cli-column-organisation = organisation
cli-column-function = function
cli-column-name = name
cli-column-phone = phone
cli-column-mail = mail
cli-column-mandate = mandate
cli-column-excludes = not for
cli-column-verified = verified
cli-column-why = reason
cli-column-id = id
cli-column-table = table
cli-column-rows = rows
cli-column-code = code
cli-column-account = account
cli-column-role = role
cli-column-created = made
cli-column-expires = valid until
cli-column-revoked = revoked
cli-column-method = method
cli-column-path = path
cli-column-roles = roles
cli-column-purpose = purpose
cli-column-audit = audit
cli-column-key = setting
cli-column-value = value
cli-column-origin = origin
cli-no-terminal = The interface needs a terminal, and input or output goes to a file or pipe now. loket --plain reads and writes lines; for scripts there are commands, for example: loket signal list --json.
cli-dumb-terminal = This terminal cannot place text (TERM is missing). Set TERM, for example to xterm-256color, or read lines with loket --plain.
cli-unknown-theme = There is no theme { $name }.{ $near ->
        [none] {" "}There are: { $names }.
       *[other] {" "}Do you mean { $near }?
    }
cli-unknown-keymap = There is no keymap { $name }.{ $near ->
        [none] {" "}There are: { $names }.
       *[other] {" "}Do you mean { $near }?
    }

# loket term, loket holidays
cli-term = Compute a term, with how it came to be, or check the terms in a file of your own
cli-term-trigger = The day that starts the term, such as the day a decision was made known; it does not count itself
cli-term-length = Length: 6w, 42d, 3m, 1y or 3wd (working days), or "6 weeks"; with --rule it may be left out
cli-term-rule = Rule: { $values }
cli-term-basis = What the term rests on: { $values } (statutory: the General Extension of Time Limits Act applies)
cli-term-suspend = Stood still: A..B (on B the term runs again) or "A t/m B" (B included); may be repeated
cli-term-check = Check this file (CSV; - reads standard input): columns trigger, length, basis, suspensions (with ; in between), end
cli-term-after =
    Examples:
        loket term 10-10-2026 --rule awb-6-7
        loket term 2026-10-10 6w --suspend "2026-10-20 t/m 2026-10-25"
        loket term --check terms.csv

    Exit code with --check: 0 all is right, 1 an end is wrong, 65 a row cannot be read.
cli-term-how-long = How long is the term? Give a length ("6w"), or a rule: loket term { $day } --rule awb-6-7 (objection). All rules: loket term --help.
cli-term-ends = Ends on { $on }.
cli-term-stood-still = Stood still for { $days }, runs again from { $on }. Safe end: { $safe }.
cli-term-careful = Note: { $text }
cli-term-remedy = What can be done before the safe end: { $text }.
cli-term-source = Source: { $text }
cli-term-wrong = Line { $line }: the end is not { $given } but { $right }.
cli-term-unread = Line { $line }{ $column ->
    [none] {""}
   *[other] , column { $column }
}: { $reason }
cli-term-file = The file: { $reason }
cli-term-checked = { $count ->
    [one] One row checked
   *[other] { $count } rows checked
}: { $wrong } with a wrong end, { $unread } that cannot be read{ $faults ->
    [0] {""}
    [one] {" "}(one fault)
   *[other] {" "}({ $faults } faults)
}.
cli-term-nothing-checked = There is no row to check.
cli-holidays = Show the holidays of a year under the General Extension of Time Limits Act
cli-holidays-year = Year, from 1900 to 9999
cli-column-day = day
cli-column-holiday = holiday

## client

failure-problem = The server refuses the request.
failure-problem-advice = Read what the server says and change the request.
failure-not-signed-in = The server { $server } does not know this sign-in or token, or it has expired.
failure-not-signed-in-advice = Sign in again. If you use a token: ask the administrator of this server for a new one (loket token create) and put it in LOKET_TOKEN or in the token file of your configuration.
failure-sign-in-over = Your sign-in at { $server } has expired.
failure-sign-in-over-advice = Sign in again.
failure-session-ended = Your session at { $server } has ended.
failure-session-ended-advice = Sign in again.
failure-no-role = You are signed in, but have no role at { $server }.
failure-no-role-advice = Your organisation gave you no role in loket, or an organisation that loket does not know. Ask your administrator.
failure-no-server = No connection to { $server }: { $cause }.
failure-no-server-advice = Check the address and your network. If it stays like this, ask the administrator whether the server runs. What you type is kept.
failure-wrong-server = Something other than loket answers at { $server } ({ $answer }).
failure-wrong-server-advice = Check the address (--server or LOKET_SERVER). A sign-in page of the network or a proxy may stand in between.
failure-other-version = The server { $server } speaks version { $theirs } of the API; this program speaks { $ours }.
failure-other-version-advice = Update the program, or ask the administrator to update the server.
failure-cut = The connection to { $server } broke before the answer was whole.
failure-cut-advice = Try again.
failure-cut-writing = The connection to { $server } broke. It is not certain whether your change was saved.
failure-cut-writing-advice = See whether it was done before you do it again. Saving once more in the same form does not count twice.
failure-timed-out = The server { $server } does not answer in time.
failure-timed-out-advice = Try again later. If it stays like this, tell the administrator.
failure-timed-out-writing = The server { $server } does not answer in time. It is not certain whether your change was saved.
failure-timed-out-writing-advice = See whether it was done before you do it again. Saving once more in the same form does not count twice.
failure-held = Something on the way holds up the events of { $server }.
failure-held-advice = What you see may be out of date; refresh gets the newest state. Tell the administrator: a proxy in front of loket has to pass on /v1/events at once (nginx: proxy_buffering off).
failure-unprotected = { $server } is not protected. Without https nothing goes to another computer.
failure-unprotected-advice = Use an address that starts with https://. An address with http:// is allowed on this computer only (127.0.0.1).
failure-no-address = "{ $server }" is not the address of a server.
failure-no-address-advice = Give an address such as https://loket.example with --server, LOKET_SERVER or in the configuration.
failure-no-token = The token holds characters that do not belong in a token.
failure-no-token-advice = Copy the token again, on one line, without blanks or quotes.
failure-no-protection = This computer cannot make a protected connection: { $cause }
failure-no-protection-advice = Check that the certificates of the operating system are installed (package ca-certificates).
cause-refused = the computer is there, but loket does not run on it
cause-silent = there is no answer
cause-unknown-name = the name of the server is unknown
cause-unprotected = the protection is not right ({ $said })
cause-away = the server is away for a moment (status { $status })
drafts-unsafe = The folder { $path } is not safe enough to keep drafts in: { $reason }.
drafts-unsafe-advice = Make the folder your own and close it to others (chmod 700), or point XDG_STATE_HOME to another folder.
drafts-unsafe-link = it is a symbolic link or not an ordinary file
drafts-unsafe-owner = another user owns it
drafts-unreadable = A kept draft cannot be read: the key does not fit or the file is damaged.
drafts-unreadable-advice = The file stays where it is. Restore the key drafts.key from a backup if you have one.
drafts-failed = The draft could not be kept in { $path }: { $reason }
drafts-failed-advice = Check whether the disk is full and whether you may write in the folder. Do not close the screen before the text is saved.

## term

remedy-bezwaar = object (provisionally if need be)
remedy-beroep-officier-van-justitie = administrative appeal to the public prosecutor
remedy-bezwaar-of-beroep = objection or appeal, as the decision says

# Terms: how a date came to be.
term-day = { $weekday } { $day }
term-length-d = { $count ->
    [one] one day
   *[other] { $count } days
}
term-length-w = { $count ->
    [one] one week
   *[other] { $count } weeks
}
term-length-m = { $count ->
    [one] one month
   *[other] { $count } months
}
term-length-y = { $count ->
    [one] one year
   *[other] { $count } years
}
term-length-wd = { $count ->
    [one] one working day
   *[other] { $count } working days
}
term-step-begins = The day itself, { $day }, does not count: the term begins on { $on }.
term-step-counted = From there { $length } were counted: { $on }.
term-step-month-ends = The month has no such day: its last day counts, { $on }.
term-step-stood-still = Standstill from { $from } up to and including { $last }: { $days }. The count runs again from { $until } and then ends on { $on }.
term-step-atw-excluded = The act excludes the General Extension of Time Limits Act (Atw): a weekend or holiday does not move the end.
term-step-atw-no-act = Not a term of an act: the General Extension of Time Limits Act (Atw) does not apply, a weekend or holiday does not move the end.
term-step-atw-too-long = Longer than ninety days, twelve weeks or three months, or in years: Atw art. 4, a weekend or holiday does not move the end.
term-step-atw-2 = Up to and including { $from } there are no two ordinary days. Atw art. 2: the end becomes { $on }.
term-step-atw-1 = Not an ordinary day: { $days }. Atw art. 1: the end becomes { $on }.
term-step-ends = The last day is { $on }; too late from { $after }.
term-step-safe-end = Without standing still the last day is { $on } (safe end).
term-uncertain-rule-to-confirm = Not certain: a lawyer has still to confirm { $label }.
term-uncertain-provisional = Provisional: which days of { $year } a decree equated with a holiday is not known here.
term-uncertain-no-effect = The suspension of { $days } lies outside the term and changes nothing.
term-uncertain-no-margin = The suspension of { $days } begins on the last day: no margin.
term-uncertain-legal-review = A lawyer must look: the suspension of { $days } begins only after the count. It moves nothing; go by the safe end.
term-through = { $from } up to and including { $last }
term-refused-unknown-rule = There is no rule "{ $value }".
term-refused-not-in-force = { $label } was not in force on { $on }.{ $from ->
    [none] {""}
   *[other] {" "}The rule is in force from { $from }.
}{ $to ->
    [none] {""}
   *[other] {" "}The rule was in force up to and including { $to }.
}
term-refused-gives-no-term = { $label } gives no term by itself. { $text }
term-refused-length-missing = How long is the term? Give a length, such as 6w, 42d, 3m, 1y or 3wd, or "6 weeks".
term-refused-other-length = { $label } gives { $most ->
    [yes] at most {""}
   *[no] {""}
}{ $right }, not { $asked }.
term-refused-out-of-range = { $on } lies outside the years 1900 to 9999.
term-refused-end-out-of-range = The end would lie after the year 9999.
term-refused-suspended-working-days = A term in working days cannot be suspended.
term-input-day = "{ $value }" is not a day of the calendar. Write 2026-10-10 or 10-10-2026; the year lies between 1900 and 9999.
term-input-length = "{ $value }" is not a length. Write for example 6 weeks, 42 days, 3 months, 1 year or 3 working days; in short: 6w, 42d, 3m, 1y, 3wd.
term-input-length-zero = A term lasts at least one day.
term-input-length-most = A term has a number of at most { $most }.
term-input-suspension = "{ $value }" is not a suspension. Write 2026-09-15..2026-10-13 (on the last day the term runs again) or "15-09-2026 t/m 12-10-2026".
term-input-suspension-backwards = The suspension ends before it begins: from { $from }, running again on { $until }.
free-day-6 = Saturday
free-day-7 = Sunday
holiday-nieuwjaarsdag = New Year's Day
holiday-goede-vrijdag = Good Friday
holiday-tweede-paasdag = Easter Monday
holiday-koningsdag = King's Day
holiday-bevrijdingsdag = Liberation Day
holiday-hemelvaartsdag = Ascension Day
holiday-tweede-pinksterdag = Whit Monday
holiday-eerste-kerstdag = Christmas Day
holiday-tweede-kerstdag = second day of Christmas
holiday-gelijkgesteld = equated by decree
remedy-beroep = appeal to the district court
remedy-toelichten = explain why it is late
remedy-ingebrekestelling = give the body notice of default in writing
remedy-aanvullen = send what is missing, or ask for more time before the end
remedy-betalingsregeling = ask for a postponement or for instalments
remedy-voorlopige-voorziening = ask the court for interim relief
remedy-gemeente-aanspreken = hold the municipality to the term
remedy-schuldregeling = come to an arrangement with the creditors before the end
remedy-afspraak-maken = make a new agreement and put it on record
rule-awb-6-7 = An objection can be made until six weeks after the decision was made known.
rule-awb-6-7-beroep = An appeal can be lodged until six weeks after the decision was made known.
rule-awb-6-9-2 = By post, what was posted before the end and received within a week after it is in time.
rule-awb-6-6 = After a request to cure the objection the term to decide stands still, until it is cured or the set time has passed.
rule-awb-6-11 = A late objection is heard all the same if being late cannot be blamed on whoever made it.
rule-awb-6-12 = After a notice of default there is no term for an appeal against a decision that does not come; it must not be unreasonably late.
rule-awb-6-16 = An objection or appeal does not suspend the effect of the decision. That takes a time-out or interim relief.
rule-awb-7-10 = The decision on an objection comes within six weeks after the day the objection term ended.
rule-awb-7-10-commissie = With an advisory committee the decision on an objection comes within twelve weeks after the day the objection term ended.
rule-awb-7-10-3 = The decision on an objection can be adjourned for at most six weeks.
rule-awb-4-13 = On an application the decision comes within a reasonable term, in any case within eight weeks after receipt.
rule-awb-4-15 = After a request to complete with a term, the term to decide stands still from the day after the request until the application is complete or the set time has passed unused. A request without a term suspends nothing.
rule-awb-4-17 = The penalty for deciding too late runs for at most 42 days, from the day after the two weeks that follow the notice of default.
rule-awb-8-81 = Interim relief can be asked while an objection or appeal is pending; there is no term for it.
rule-awr-22j = An objection to an assessment can be made until six weeks after the date on the letter, or after it was made known if that is later.
rule-vw-69 = An objection or appeal in immigration cases can mostly be made until four weeks after the decision was made known; since 12 June 2026 it is one week in some cases.
rule-vw-69-week = In some immigration cases an objection or appeal can since 12 June 2026 be made only until one week after the decision was made known.
rule-wahv-6 = Administrative appeal against a traffic fine can be lodged until six weeks after it was made known.
rule-awir-28 = A recovery of benefits must be paid within six weeks after the date on the letter.
rule-awir-28-oud = In older versions of the act the term to pay was two months after the date on the letter.
rule-iw-9 = A tax assessment must be paid within six weeks after the date on the letter.
rule-iw-9-naheffing = An additional assessment must be paid within fourteen days after the date on the letter.
rule-wgs-4 = Whoever asks for help with debts has a first talk within four weeks.
rule-wgs-4-dreigend = In a threatening situation the first talk is within three working days.
rule-wgs-5 = A broad moratorium lasts at most six months.
rule-uwv-bezwaar = How long the UWV may take for an objection differs by act. Look in the decision and give that length yourself.
rule-wettelijk = A term of an act or an order in council.
rule-afspraak = A term that was agreed or promised; no act moves its end.
rule-intern = A term of one's own organisation; no act moves its end.

## tui

key-space = Space
tab-signals = Signals
tab-register = Register
demo-mark = demo
link-connecting = connecting…
link-live = live
link-lost = no connection, { $age } old
link-lost-short = { $age } old
age-seconds = { $count } s
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
days-today = today
days-ahead = 
    { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }
days-ago = 
    { $days ->
        [one] yesterday
       *[other] { $days } days ago
    }
too-small = The window is too small: { $width } by { $height } characters. { $w } by { $h } is needed. Enlarge the window or choose a smaller font.
view-open = Open
view-mine = Mine
view-free = Unclaimed
view-all = All
view-open-letter = o
view-mine-letter = m
view-free-letter = u
view-all-letter = a
sort-hard-date = earliest date, then urgency
sort-urgency = by urgency
sort-received = newest first
sort-number = by number
sort-municipality = by municipality
sort-owner = by owner
urgency-crisis-letter = c
urgency-crisis-note = the highest
urgency-high-letter = h
urgency-normal-letter = n
urgency-low-letter = l
status-received-letter = r
status-triage-letter = t
status-waiting-letter = w
status-in_progress-letter = p
status-with_body-letter = b
status-agreed-letter = a
status-aftercare-letter = f
status-closed-letter = c
status-referred-letter = d
status-out_of_scope-letter = n
status-withdrawn-letter = x
choose-urgency = Urgency
choose-status = Status
choose-view = View
choose-sort = Order
choose-copy = What do you want to copy?
copy-phone = phone
copy-phone-letter = t
copy-mail = mail
copy-mail-letter = m
copy-name = name
copy-name-letter = n
copy-direct-phone = direct phone
copy-direct-phone-letter = d
copy-direct-mail = direct mail
copy-direct-mail-letter = e
count-all = 
    { $count ->
        [one] 1 signal
       *[other] { $count } signals
    }
count-of = { $count } of { $all }
count-marked = { $count } marked
head-urgency = Urgency
head-number = Number
head-received = Received
head-title = Subject
head-present = present
head-municipality = Municipality
head-bodies = Bodies
head-date = Hard date
head-days = Left
head-owner = By
head-name = Name
head-organisation = Organisation
head-function = Function
head-mandate = Mandate
head-verified = Verified
group-overdue = Overdue
group-today = Today and tomorrow
group-week = This week
group-next-week = Next week
group-later = Later
group-closed = Closed
group-none = Without a hard date
sidebar-views = Views
sidebar-urgency = Urgency
sidebar-weeks = Hard dates
sidebar-overdue = overdue
sidebar-week = week { $week }
loading-signals = Getting the signals from { $server }.
empty-filter = No signals with “{ $filter }”.
empty-filter-advice = { $key } clears the filter. Search for words of the subject, a number, or a field: municipality:breda, body:uwv, urgency:crisis, owner:me. A minus before it excludes: -status:waiting.
empty-open = There are no open signals.
empty-mine = You have no signals in hand.
empty-free = There is no open signal that is still unclaimed.
empty-all = There are no signals yet.
empty-advice = { $new } takes a report by telephone. { $view } chooses another view.
record-version = version { $version }
reading = Getting the signal…
gone-signal = This signal is gone, or you may no longer see it.
fact-status = Status
fact-urgency = Urgency
fact-municipality = Municipality
fact-bodies = Bodies
fact-owner = Owner
fact-present = Present
owner-free = unclaimed
owner-until = { $name }, until { $time }
owner-until-theirs = moves on while it is being worked on; a quarter of an hour without, and it is free again
owner-until-yours = moves on while you work on it; a quarter of an hour without, and it is free again
present-looks = { $name } is viewing, since { $time }
present-edits = { $name } is editing, since { $time }
present-own-looks = you have it open elsewhere too, since { $time }
present-own-edits = you are editing elsewhere too, since { $time }
present-row-looks = viewing: { $who }
present-row-edits = editing: { $who }
present-row-own = { $who } elsewhere
present-you = you
present-edits-too = { $name } is editing this signal too, since { $time }. Agree who does what.
fact-hard-date = Hard date
fact-safe-end = Safe end
fact-decision = Decision
decision-announced = announced { $day }
decision-dated = dated { $day }
fact-call-back = Call back
fact-next-step = Next step
fact-reporter = Reporter
fact-reach = Reach
fact-received = Received
fact-flag = Note
fact-domains = Life domains
fact-source = Reference
fact-household = Household
shield-hint = { $key } shows it for { $seconds } s, is logged
shield-hint-plain = (type { $key } to read it; that is logged)
shield-left = { $seconds }{ "\u00A0" }s{ "\u00A0" }left
shield-copies = { $key } copies it, is logged
shield-plain = shielded
shielded-reporter-phone = the reporter's phone number
shielded-reporter-mail = the reporter's mail address
shielded-source-reference = the sender's reference
shielded-household = the household's reference
hard-date-objection = objection, { $article }
hard-date-moratorium = end of moratorium, { $by }
hard-date-commitment = commitment: { $what }
uncertain = uncertain
section-stalemate = Stalemate
section-account = Account
section-positions = Positions
section-tried = Tried so far
section-dates = Hard dates
section-decisions = Decisions
section-desired = Desired result
section-attachments = Attachments (not kept, only named)
section-plan = Plan
section-grounds = Ground for sharing
section-documents = Documents
section-outcome = Outcome
plan-late = late
plan-done = done { $day }
ground-until = up to and including { $day }
outcome-room = Legal room used: { $room }
outcome-budget = Budget spent: € { $euros }
section-timeline = Timeline
entry-reached = Called { $with ->
    [reporter] the reporter
   *[other] { $with }
}, reached.
entry-not-reached = Called { $with ->
    [reporter] the reporter
   *[other] { $with }
}, not reached.
entry-never = There was no contact with { $with ->
    [reporter] the reporter
   *[other] { $with }
}.
entry-correction = Correction: { $what }
entry-corrected = (corrected) { $what }
entry-call-back = Call back { $date }.
day-at = { $day } at { $time }
contact-lapses = Reached, so once this is saved this call is no longer promised: { $calls }.
contact-lapses-moved = The new day takes the place of this promised call: { $calls }.
contact-lapses-corrected = After this correction this call is no longer promised: { $calls }.
contact-lapses-more = { $calls } and { $count } more
contact-corrected-by = Something wrong? { $key }.
call-backs-gone = No longer to be called back: { $calls }.
call-backs-stand = Still to be called back: { $calls }.
call-back-of-nobody = Nobody has this signal: { $key } puts it in your name, and this call on your list.
call-back-of-other = { $name } has this signal, so this call is not on your list: { $key } takes it over.
entry-received = signal received
entry-claim = claimed by { $person }
entry-taken-over = taken over from { $name }
entry-taken-over-because = taken over from { $name }: { $reason }
entry-release = released
entry-reveal = looked at { $fields }
entry-changed = changed: { $field }

## timeline: what happened to what belongs to the signal
entry-was = { "" }, was { $value }
entry-ending = { "" } ({ $value })
entry-works-again = { "" }; the decision works again from { $value }
entry-why = { "" }; reason: { $value }
entry-time-out-proposed-start-time-out = time-out proposed ({ $label }): suspended through { $day }
entry-time-out-proposed-extend-time-out = extension of the time-out proposed ({ $label }): through { $day }
entry-time-out-proposed-resume-time-out = resumption proposed ({ $label }): the decision works again from { $day }
entry-time-out-proposed-end-time-out = end of the time-out proposed ({ $label }): no longer suspended from { $day }
entry-time-out-emergency-started = time-out started in an emergency by one person ({ $label }): through { $day }, unless another confirms it
entry-time-out-confirmed-start-time-out = time-out confirmed ({ $label }): suspended through { $day }
entry-time-out-confirmed-extend-time-out = time-out extended ({ $label }): suspended through { $day }
entry-time-out-confirmed-resume-time-out = time-out resumed ({ $label }): the decision works again from { $day }
entry-time-out-confirmed-end-time-out = time-out ended ({ $label }): no longer suspended from { $day }
entry-time-out-rejected = proposal about the time-out rejected ({ $label }): { $action }
entry-time-out-withdrawn = proposal about the time-out withdrawn ({ $label }): { $action }
entry-time-out-expired = proposal about the time-out expired, nobody confirmed it in time ({ $label }): { $action }
entry-time-out-lapsed = time-out lapsed ({ $label }): the decision works again from { $day }
entry-time-out-told-body = body told of the time-out ({ $label }), on { $day }
entry-time-out-body-confirmed = time-out confirmed by the body ({ $label }), on { $day }

## moratoria, bridgings, commitments
fault-arrangement-closed = This is closed already. Open it again first.
fault-arrangement-open = This is not closed: there is nothing to open again.
fault-outside-moratorium = The first day without the moratorium lies between { $value }.
fault-before-start = This cannot have happened before { $value }: then it began or was promised.
fault-not-as-counted = The length gives another day: { $value }.
fault-no-such-length = This length gives no day. Use for instance 3w, 10d, 2m or 5wd.
arrangement-warning-moratorium-too-long = A broad moratorium lasts six months at most (Wgs 5): through { $day }. Check the days in the decision.
arrangement-warning-bridging-not-agreed = It does not say that the parties agreed: a bridging is an agreement.
arrangement-warning-bridging-not-available = It does not say at whom the care is available.
arrangement-warning-bridging-nobody-pays = It does not say who pays for now.
arrangement-warning-day-off = { $day } is no working day. An agreement does not move by itself.
arrangement-state-moratorium-coming = not begun
arrangement-state-moratorium-open = running
arrangement-state-moratorium-passed = lapsed
arrangement-state-moratorium-ended = ended
arrangement-state-bridging-coming = not begun
arrangement-state-bridging-open = running
arrangement-state-bridging-late = late
arrangement-state-bridging-settled = settled
arrangement-state-commitment-open = open
arrangement-state-commitment-late = late
arrangement-state-commitment-kept = kept
arrangement-state-commitment-cancelled = no longer needed
moratorium-kind-breed-moratorium = broad moratorium
moratorium-kind-fw-287b = moratorium Fw 287b
moratorium-kind-herstel-toeslagen = benefits recovery
payer-wmo = Wmo
payer-jeugdwet = Jeugdwet
payer-wlz = Wlz
payer-zvw = Zvw
payer-forensisch = forensic
moratorium-field-kind = kind
moratorium-field-setBy = set by
moratorium-field-decidedOn = day of the decision
moratorium-field-firstDay = first day
moratorium-field-lastDay = last day
moratorium-field-creditors = creditors
moratorium-field-conditions = conditions
bridging-field-care = care
bridging-field-availableAt = available at
bridging-field-agreedOn = agreed on
bridging-field-provisionalPayer = pays for now
bridging-field-candidatePayers = possible payers
bridging-field-startsOn = first day
bridging-field-settleBy = settle by
commitment-field-text = text
commitment-field-organisation = body
commitment-field-person = who
commitment-field-to = to whom
commitment-field-source = source
commitment-field-due = day
commitment-field-evidence = evidence
entry-moratorium-recorded = moratorium recorded ({ $label }): through { $day }
entry-moratorium-corrected = moratorium corrected ({ $label }; { $fields }): through { $day }
entry-moratorium-ended = moratorium ended ({ $label }): no longer from { $day }
entry-moratorium-reopened = moratorium opened again ({ $label }): through { $day }
entry-bridging-recorded = bridging recorded ({ $label }): to be settled by { $day }
entry-bridging-corrected = bridging corrected ({ $label }; { $fields }): to be settled by { $day }
entry-bridging-settled = bridging settled ({ $label }), on { $day }
entry-bridging-reopened = bridging opened again ({ $label }): to be settled by { $day }
entry-commitment-recorded = commitment recorded ({ $label }): due { $day }
entry-commitment-corrected = commitment corrected ({ $label }; { $fields }): due { $day }
entry-commitment-kept = commitment kept ({ $label }), on { $day }
entry-commitment-cancelled = commitment no longer needed ({ $label }), as of { $day }
entry-commitment-reopened = commitment opened again ({ $label }): due { $day }
entry-settlement = { "" }; settlement: { $value }
entry-evidence = { "" }; evidence: { $value }

## moratoria, bridgings, commitments: forms and commands
scope-arrangement = Moratorium, bridging, commitment
scope-arrangement-short = agreements
command-arrangement-moratorium = moratorium
command-arrangement-moratorium-help = Record a moratorium that a court or an act has set.
command-arrangement-moratorium-also = creditors stay broad moratorium fw 287b benefits record new
command-arrangement-bridging = bridging
command-arrangement-bridging-help = Record a bridging: care that starts now, who pays is settled later.
command-arrangement-bridging-also = care provisional pay wmo wlz zvw jeugdwet record new agree
command-arrangement-commitment = commitment in a case
command-arrangement-commitment-help = Record what a body has promised, and by when. From a list (.csv): loket commitment import FILE.
command-arrangement-commitment-also = promise agreement body promised record new let
command-arrangement-correct = correct
command-arrangement-correct-help = Correct what was recorded about a moratorium, bridging or commitment.
command-arrangement-correct-also = change edit mend mistake source
command-arrangement-new-due-day = other day
command-arrangement-new-due-day-help = Give a commitment another day, with the reason.
command-arrangement-new-due-day-also = postpone new date later commitment
command-arrangement-kept = kept
command-arrangement-kept-help = Note that a commitment was kept, and what shows it.
command-arrangement-kept-also = done ready evidence finished commitment
command-arrangement-lapsed = lapsed
command-arrangement-lapsed-help = Note that a commitment need not be kept any more, with the reason.
command-arrangement-lapsed-also = no longer needed cancel commitment drop
command-arrangement-settled = settled
command-arrangement-settled-help = Note that it was settled who pays for a bridging.
command-arrangement-settled-also = payer bridging finished settle end
command-arrangement-end-moratorium = moratorium ends
command-arrangement-end-moratorium-help = Note that a moratorium ended early, or close one that is over.
command-arrangement-end-moratorium-also = end stop close creditors
command-arrangement-reopen = reopen
command-arrangement-reopen-help = Open again what was closed by mistake.
command-arrangement-reopen-also = back undo mistake open again
form-title-record-moratorium = Record a moratorium
form-title-record-bridging = Record a bridging
form-title-record-commitment = Record a commitment
form-title-correct-moratorium = Correct the moratorium
form-title-correct-bridging = Correct the bridging
form-title-correct-commitment = Correct the commitment
form-title-reopen-moratorium = Open the moratorium again
form-title-reopen-bridging = Open the bridging again
form-title-reopen-commitment = Open the commitment again
form-title-new-day = Commitment: another day
form-title-end-moratorium = End the moratorium
form-title-settle = Settle the bridging
form-title-keep = Commitment kept
form-title-lapse = Commitment no longer needed
form-moratorium-kind = Kind
form-moratorium-by = Court or act
form-moratorium-by-hint = The court or the act. No names of citizens, no BSN.
form-moratorium-decided-on = Decided on
form-moratorium-first-day = First day
form-moratorium-last-day = Through
form-moratorium-creditors = Creditors
form-moratorium-creditors-hint = Put a semicolon between two creditors.
form-moratorium-conditions = Conditions
form-bridging-care = Care
form-bridging-care-hint = Which care is needed. No names of citizens, no BSN.
form-bridging-at = Available at
form-bridging-at-hint = At whom the care is available; empty: nowhere yet.
form-bridging-agreed-on = Agreed on
form-bridging-agreed-on-hint = The day on which the parties agreed; empty: not yet.
form-bridging-payer = Pays now
form-bridging-candidates = May pay
form-bridging-candidates-hint = wmo, jeugdwet, wlz, zvw, forensisch; with a comma between them.
form-bridging-starts-on = Care from
form-bridging-settle-by = Settle by
form-bridging-settlement = Outcome
form-bridging-settlement-hint = Who pays what. No names of citizens, no BSN.
form-commitment-text = Commitment
form-commitment-text-hint = What was promised. No names of citizens, no BSN.
form-commitment-body = Body
form-commitment-person = Who there
form-commitment-person-hint = A function rather than a name.
form-commitment-to = To whom
form-commitment-to-hint = A function rather than a name.
form-commitment-called-on = Called on
form-commitment-called-on-hint = The day of the call in which it was promised; empty: not known.
form-commitment-due = Due
form-commitment-due-hint = This day is an agreement: no act moves it.
form-commitment-evidence = Evidence
form-arrangement-evidence = Evidence
form-arrangement-evidence-hint = What shows it. May stay empty.
form-arrangement-reason = Reason
form-arrangement-reason-hint = No names of citizens, no BSN.
form-arrangement-on = On
form-arrangement-from = No more from
form-arrangement-from-hint = The first day without the moratorium; at most the day after its last day.
form-choice-breed-moratorium = broad (Wgs 5)
form-choice-fw-287b = Fw 287b
form-choice-herstel-toeslagen = herstel toeslagen
form-several = What can stand here: "{ $what }". Put a comma between them.
choose-arrangement = Which one is it about?
close-end = End it
close-end-letter = e
close-end-says = From { $day } there is no { $what } any more.
close-settle = Settled
close-settle-letter = s
close-settle-says = The { $what } was settled on { $day }.
close-keep = Kept
close-keep-letter = k
close-keep-says = The { $what } was kept on { $day }.
close-lapse = Lapsed
close-lapse-letter = l
close-lapse-says = The { $what } is no longer needed as of { $day }.
close-leaves-board = The deadline leaves the board and loket warns of it no more. A mistake can be opened again.
done-arrangement-record = { $number }: { $what } recorded, through { $day }.
done-arrangement-correct = { $number }: { $what } updated, through { $day }.
done-arrangement-end = { $number }: { $what } ended, no longer from { $day }.
done-arrangement-settle = { $number }: { $what } settled on { $day }.
done-arrangement-keep = { $number }: { $what } kept on { $day }.
done-arrangement-lapse = { $number }: { $what } no longer needed as of { $day }.
done-arrangement-reopen = { $number }: { $what } opened again, through { $day }.
why-no-arrangement = There is no open moratorium, bridging or commitment here.
why-no-moratorium = There is no open moratorium here.
why-no-bridging = There is no open bridging here.
why-no-commitment = There is no open commitment here.
why-none-closed = Of this signal nothing was closed that you can open again.
clock-fact-stands = State
clock-fact-who = Who may what
clock-since-moratorium = from { $day }
clock-since-bridging = care from { $day }
clock-since-commitment = promised { $day }
clock-recorded = recorded by { $name } on { $day }
section-recorded = Recorded
section-moves-arrangement = History
arrangement-verb-change = correct
arrangement-verb-end = end
arrangement-verb-settle = settle
arrangement-verb-keep = kept
arrangement-verb-lapse = lapse
arrangement-verb-reopen = reopen
arrangement-step-set = Set by { $by }.
arrangement-step-set-on = Set by { $by } on { $day }.
arrangement-step-moratorium-given = The last day { $day } stands in the decision or in the act; loket does not compute it.
arrangement-step-moratorium-most = A broad moratorium lasts six months at most (Wgs 5): through { $day }.
arrangement-step-bridging-agreed = The parties agreed on { $day }.
arrangement-step-bridging-given = The day { $day } was agreed; no act sets it and it does not move by itself.
arrangement-step-commitment-called = Promised in a phone call on { $day }.
arrangement-step-commitment-given = The day { $day } was promised so; no act sets it and it does not move by itself.
arrangement-advice-moratorium = The desk cannot extend a moratorium. Agree before the last day on what holds the creditors back after it.
arrangement-advice-bridging = Agree before this day on who pays, and record the outcome.
arrangement-advice-commitment = Ask the body before this day whether it was done, and record what shows it.
arrangement-advice-moratorium-over = The moratorium is over. Find out what holds the creditors back now, and close it.
arrangement-advice-bridging-over = The day has passed. Agree as yet on who pays, and record the outcome.
arrangement-advice-commitment-over = The day has passed. Call the body; record that it was done, or another day with the reason.
arrangement-who-moratorium = Only a court, or the act, sets and extends it. The desk records, corrects and closes.
arrangement-who-bridging = The parties agree on who pays. The desk records, corrects and closes.
arrangement-who-commitment = The body keeps it. The desk and the LET secretary record, correct and close.
cli-commitment-change-no-source = No source is known: clear the day of the phone call
cli-arrangement-column-move = History

## the commands moratorium, bridging and commitment
cli-moratorium = Moratoria that a court or an act set: recorded, corrected, ended early
cli-moratorium-list = List the open moratoria, by last day
cli-moratorium-list-all = Also those that are closed
cli-moratorium-list-until = Only those with a last day on or before this day
cli-moratorium-list-signal = Only those of this signal
cli-moratorium-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-moratorium-show = Show the moratorium with all that is recorded; the read is logged
cli-moratorium-show-which = Id of the moratorium, or the number of a signal with one that is open
cli-moratorium-reopen = Open the moratorium again: closed by mistake
cli-moratorium-reopen-which = Id of the moratorium, or the number of a signal with one that is open
cli-moratorium-reopen-reason = Why; no text about a household
cli-moratorium-add = Record the moratorium with a signal
cli-moratorium-add-number = Number of the signal
cli-moratorium-change = Correct the moratorium; what is not named stays
cli-moratorium-change-which = Id of the moratorium, or the number of a signal with one that is open
cli-moratorium-change-reason = Why; no text about a household
cli-bridging = Bridgings: care that starts now, settling comes later
cli-bridging-list = List the open bridgings, by day to settle
cli-bridging-list-all = Also those that are closed
cli-bridging-list-until = Only those with a day to settle on or before this day
cli-bridging-list-signal = Only those of this signal
cli-bridging-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-bridging-show = Show the bridging with all that is recorded; the read is logged
cli-bridging-show-which = Id of the bridging, or the number of a signal with one that is open
cli-bridging-reopen = Open the bridging again: closed by mistake
cli-bridging-reopen-which = Id of the bridging, or the number of a signal with one that is open
cli-bridging-reopen-reason = Why; no text about a household
cli-bridging-add = Record the bridging with a signal
cli-bridging-add-number = Number of the signal
cli-bridging-change = Correct the bridging; what is not named stays
cli-bridging-change-which = Id of the bridging, or the number of a signal with one that is open
cli-bridging-change-reason = Why; no text about a household
cli-commitment = Commitments of bodies, with the day on which they are due
cli-commitment-list = List the open commitments, by due day
cli-commitment-list-all = Also those that are closed
cli-commitment-list-until = Only those with a due day on or before this day
cli-commitment-list-signal = Only those of this signal
cli-commitment-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-commitment-import = Bring in commitments that exist from CSV. Columns: case or reference, commitment, body, due; also person, to, source, promised_on, state, state_on, evidence
cli-commitment-import-files = Files; - reads standard input
cli-commitment-import-dry-run = Show what would happen, without sending anything
cli-commitment-show = Show the commitment with all that is recorded; the read is logged
cli-commitment-show-which = Id of the commitment, or the number of a signal with one that is open
cli-commitment-reopen = Open the commitment again: closed by mistake
cli-commitment-reopen-which = Id of the commitment, or the number of a signal with one that is open
cli-commitment-reopen-reason = Why; no text about a household
cli-commitment-add = Record the commitment with a signal
cli-commitment-add-number = Number of the signal
cli-commitment-change = Correct the commitment; what is not named stays
cli-commitment-change-which = Id of the commitment, or the number of a signal with one that is open
cli-commitment-change-reason = Why; no text about a household
cli-moratorium-add-kind = Kind: { $values }
cli-moratorium-add-set-by = The court or the act that set it
cli-moratorium-add-decided-on = Day of the decision
cli-moratorium-add-from = First day
cli-moratorium-add-through = Last day
cli-moratorium-add-creditor = Creditor that it binds; may be repeated
cli-moratorium-add-conditions = Conditions; from standard input only (-)
cli-moratorium-change-kind = Kind: { $values }
cli-moratorium-change-set-by = The court or the act that set it
cli-moratorium-change-decided-on = Day of the decision
cli-moratorium-change-from = First day
cli-moratorium-change-through = Last day
cli-moratorium-change-creditor = Creditor that it binds; may be repeated
cli-moratorium-change-conditions = Conditions; from standard input only (-)
cli-bridging-add-care = Which care is needed; from standard input only (-)
cli-bridging-add-available-at = At whom the care is available
cli-bridging-add-agreed-on = Day on which the parties agreed
cli-bridging-add-provisional-payer = Who pays for now
cli-bridging-add-payer = Who may have to pay in the end: { $values }; may be repeated
cli-bridging-add-from = Day on which the care starts
cli-bridging-add-settle-by = Settle by
cli-bridging-change-care = Which care is needed; from standard input only (-)
cli-bridging-change-available-at = At whom the care is available
cli-bridging-change-agreed-on = Day on which the parties agreed
cli-bridging-change-provisional-payer = Who pays for now
cli-bridging-change-payer = Who may have to pay in the end: { $values }; may be repeated
cli-bridging-change-from = Day on which the care starts
cli-bridging-change-settle-by = Settle by
cli-commitment-add-text = What was promised; from standard input only (-)
cli-commitment-add-body = The body that promised it (code)
cli-commitment-add-person = Who there: the function, no name
cli-commitment-add-to = To whom: the function, no name
cli-commitment-add-called-on = Day of the phone call in which it was promised
cli-commitment-add-due = Day on which it is due, or a length from today: 3w, 10d, 2m, 5wd
cli-commitment-change-text = What was promised; from standard input only (-)
cli-commitment-change-body = The body that promised it (code)
cli-commitment-change-person = Who there: the function, no name
cli-commitment-change-to = To whom: the function, no name
cli-commitment-change-called-on = Day of the phone call in which it was promised
cli-commitment-change-due = Day on which it is due, or a length from today: 3w, 10d, 2m, 5wd
cli-commitment-change-evidence = What shows that it was promised or kept; from standard input only (-)
cli-moratorium-end = Note that the moratorium ended early, or close one that is over
cli-moratorium-end-which = Id of the moratorium, or the number of a signal with one that is open
cli-moratorium-end-from = First day without the moratorium
cli-moratorium-end-reason = Why; no text about a household
cli-bridging-settle = Note that who pays was settled
cli-bridging-settle-which = Id of the bridging, or the number of a signal with one that is open
cli-bridging-settle-on = On this day
cli-bridging-settle-settlement = Who pays what; from standard input only (-)
cli-commitment-keep = Note that the commitment was kept
cli-commitment-keep-which = Id of the commitment, or the number of a signal with one that is open
cli-commitment-keep-on = On this day
cli-commitment-keep-evidence = What shows it; from standard input only (-)
cli-commitment-lapse = Note that the commitment need not be kept any more
cli-commitment-lapse-which = Id of the commitment, or the number of a signal with one that is open
cli-commitment-lapse-on = Since this day
cli-commitment-lapse-reason = Why; no text about a household
cli-moratorium-recorded = Recorded: through { $day }. Id: { $id }
cli-moratorium-corrected = Corrected: through { $day }.
cli-moratorium-reopened = Opened again: through { $day }.
cli-moratorium-closed = Closed. The day is no longer on the board.
cli-moratorium-none = There are no moratoria like that.
cli-bridging-recorded = Recorded: to be settled by { $day }. Id: { $id }
cli-bridging-corrected = Corrected: to be settled by { $day }.
cli-bridging-reopened = Opened again: to be settled by { $day }.
cli-bridging-closed = Closed. The day is no longer on the board.
cli-bridging-none = There are no bridgings like that.
cli-commitment-recorded = Recorded: due { $day }. Id: { $id }
cli-commitment-corrected = Corrected: due { $day }.
cli-commitment-reopened = Opened again: due { $day }.
cli-commitment-closed = Closed. The day is no longer on the board.
cli-commitment-none = There are no commitments like that.
cli-commitment-kept = Kept. The day is no longer on the board.
cli-arrangement-not-one = "{ $given }" is no id and no number of a signal.
cli-arrangement-several = Signal { $given } has several ({ $kind }). Use the id; see: loket { $command } list --signal { $given }
cli-arrangement-unknown = Signal { $given } has none that is open ({ $kind }).
cli-arrangement-column-number = Signal
cli-arrangement-column-state = State
cli-arrangement-column-from = From
cli-arrangement-column-day = Day
cli-arrangement-column-body = Body
cli-arrangement-column-label = What
cli-arrangement-column-id = Id
cli-arrangement-column-closed = Closed
cli-arrangement-column-recorded = Recorded
cli-arrangement-column-step = Explanation
cli-arrangement-column-warning = Mind
commitment-source-phone-call = phone call { $day }


cli-entry-time-out = time-out
cli-entry-moratorium = moratorium
cli-entry-bridging = bridging
cli-entry-commitment = commitment

field-owner = owner
field-status = status
field-urgency = urgency
field-urgencyReason = reason for urgency
field-facts = facts
field-title = subject
field-account = account
field-reporter = reporter
field-household = the household's reference
field-municipality = municipality
field-bodies = bodies
field-threats = threat
field-decisions = decisions
field-lifeDomains = life domains
field-stalemate = stalemate
field-tried = what was tried
field-labels = labels
field-links = links
field-outcome = outcome
field-snoozedUntil = wait until
field-desiredByHousehold = what the household wants
field-desiredByProfessional = what the reporter wants
field-sharingGrounds = ground for sharing
field-plan = plan
field-documents = documents
field-result = result
field-legalRoom = legal room used
field-budgetCents = budget spent
lookup-title = Who?
lookup-prompt = Who?
lookup-hint = name, title, body, municipality or place
register-size = 
    { $count ->
        [one] 1 entry
       *[other] { $count } entries
    }
hits = 
    { $count ->
        [one] 1 hit
       *[other] { $count } hits
    }
searching = Searching…
register-loading = Getting the register.
register-empty = Type a name, function, organisation, municipality or place.
register-empty-advice = Words in any order. Accents and capitals do not matter.
no-hits = Nobody found with “{ $query }”.
no-hits-advice = Search with fewer words, or for the municipality or body alone.
no-hits-alone = ‘{ $word }’ alone: { $count }
no-hits-alone-many = ‘{ $word }’ alone: { $count } or more
no-hits-meant = Do you mean “{ $place }”? Then search for that; otherwise with fewer words.
lookup-about = For { $number }: { $who }
lookup-forgiven = Nobody fits “{ $query }” exactly. This is like it:
register-of = without connection: register of { $when }
register-of-part = without connection: register of { $when }, own organisation and opened cards
at-hand-missing = No register was kept for when the server is away.
at-hand-unreadable = The register that was kept cannot be read and is not used.
at-hand-forged = The register that was kept is not used: the signature is not of this server.
at-hand-stranger = The register that was kept is not used: it is of somebody else.
at-hand-old = The register that was kept is not used: it is too old.
alone-title = loket wie
card-age = As of
lookup-uncovered = Nobody here decides about “{ $topic }”. Closest to it:
lookup-nobody-decides = Nobody here decides. Closest to it; otherwise deputy, central mailbox or the desk:
register-tasks-query = is:reported
register-body-field = body
register-attention = Asks for attention: { $reported } is:reported · { $stale } is:stale · { $ending } is:ending
done-confirmed = { $name } is right: verified today
done-reported = Reported to the register editor of { $organisation }
done-corrected = The entry of { $name } is changed
past-right = { $name }: right
past-wrong = { $name }: wrong
why-not-maintained = Another organisation maintains this entry: report what is wrong
choose-entry-history = What happened to the entry of { $name }
officer-made = put in the register
entry-no-history = No change of this entry was recorded
export-name-contact = contact
no-code = There is no number to show here
code-close = Close
code-close-letter = c
officer-field-organisation = organisation
officer-field-roleCode = role
officer-field-title = function
officer-field-name = name
officer-field-phone = phone
officer-field-mail = e-mail
officer-field-directPhone = direct number
officer-field-directMail = direct e-mail
officer-field-availability = reachable
officer-field-absentFrom = away from
officer-field-absentUntil = away to
officer-field-deputy = deputy
officer-field-mandate = mandate
officer-field-mandateExcludes = not covered
officer-field-mandateSource = decision
officer-field-mandateUntil = mandate to
officer-field-budgetEuros = budget
officer-field-domains = domains
officer-field-municipalities = municipalities
officer-field-escalation = escalation
officer-field-validFrom = valid from
officer-field-validTo = valid to
officer-field-verifiedOn = verified on
officer-field-provenance = source
officer-field-verifiedBy = verified by
officer-field-reports = reported
form-title-report = What is wrong?
form-title-officer = Correct the entry
form-report-reason = What is wrong
form-officer-name = Name
form-officer-title = Function
form-officer-phone = Phone
form-officer-mail = E-mail
form-officer-direct-phone = Direct
form-officer-direct-mail = Direct e-mail
form-officer-availability = Reachable
form-officer-absent-from = Away from
form-officer-absent-until = up to
form-officer-deputy = Deputy
form-officer-escalation = Escalation
form-officer-mandate = Mandate
form-officer-excludes = Not covered
form-officer-mandate-until = Mandate to
form-officer-valid-to = Valid to
form-choice-signaleren = signal
form-choice-afstemmen = co-ordinate
form-choice-beslissen = decide
typo = similar
card-phone = Phone
card-mail = Mail
card-more-below = ↓ { $lines } { $lines ->
    [one] line
   *[other] lines
} ({ $key })
card-more-above = ↑ { $lines } { $lines ->
    [one] line
   *[other] lines
} ({ $key })
card-direct-phone = Direct
card-direct-mail = Direct mail
card-availability = Available
card-deputy = Deputy
card-escalation = Escalation
card-calls = Called before
card-next = Else
next-best-deputy = deputy { $name }
next-best-mailbox = mailbox { $mail }
next-best-desk = the loket
card-function = Function
card-mandate = Mandate
card-not = Not covered
card-budget = up to { $euros }
card-until = until { $date }
card-found = Found by
card-found-through = { $word } → { $domain }
card-domains = Domains
card-verified = Verified
card-never = never
card-provenance = Source
card-mandate-source = Decision
card-reach-now = can be reached now
card-reach-until = can be reached now, until { $time }
card-reach-from = can be reached from { $day }
card-reach-from-time = can be reached from { $day } { $time }
card-absent = away up to { $date }
card-absent-from = away from { $from } to { $date }
hit-away = away
card-absence = Away
card-reported = Reported
card-ends = Ends
card-ends-soon = { $date }, { $days }
card-verified-by = Verified by
copied = { $text }  copied through the terminal
copied-of = { $text }  copied through the terminal: { $whose }
copied-shielded = Copied through the terminal: { $what }. That is logged.
copy-too-long = Too long to copy through the terminal ({ $size } characters).
nothing-to-copy = There is nothing to copy.
why-arriving = The data are still coming in. Try again in a moment.
not-read-yet = The signal is being read. Do it once more in a moment.
nothing-selected = Choose a signal first.
nothing-to-undo = There is nothing to undo.
why-no-right = Your role may not do this.
why-no-connection = This cannot be done without a connection to the server. A note can.
why-not-yours = You have not claimed this signal.
why-not-open = Open a signal first.
why-nothing-shielded = Nothing of this signal is shielded.
why-no-officer = Find somebody in the register first.
refreshing = Getting the newest state.
done-claim = { $number } is in your name
claimed-until = Until { $time }, and longer while you work on it; then it is free again. Its status stays { $status } ({ $key } changes it).
done-release = { $number } released
done-urgency = Urgency of { $number }: { $value }
done-urgency-reasoned = Urgency of { $number }: { $value }, with the reason
urgency-was-so = Urgency and reason of { $number } were so already; nothing changed
done-urgency-without-reason = Urgency of { $number }: { $value }. The reason of the higher urgency lapses
reasons-lapse = { $count ->
        [one] 1 loses the reason of the higher urgency
       *[other] { $count } lose the reason of the higher urgency
    }
was-so = { $what } was so already; nothing changed
done-status = Status of { $number }: { $value }
done-closed = { $number } is { $value }
done-several = { $done } done
undone-several = Taken back: { $what }
redone-several = Done again: { $what }
undone-claim = Taken back: { $number } is yours again
undone-release = Taken back: { $number } is free again
undone-urgency = Taken back: urgency of { $number } is { $value } again
undone-status = Taken back: status of { $number } is { $value } again
saved-note = Note on { $number } saved
saved-contact = Contact moment on { $number } saved
saved-correction = Contact moment on { $number } corrected
doubt-objection-past = { $field }: the term for objection ran until { $what } and has passed. Only with a good reason it is still possible (Awb 6:11). It can be saved.
saved-intake = { $number } registered
intake-hard-date = Hard date: { $day }, { $what }.
resent = { $count ->
    [one] Your unconfirmed text was saved after all.
   *[other] { $count } unconfirmed texts were saved after all.
}
resent-elsewhere = What waited to be sent was sent or thrown away in another window.
resent-refused-unkept = { $count ->
    [one] Your unconfirmed text was refused: { $why } No draft could be made of it; the text is not gone, and stands among the drafts ({ $key }) after a restart.
   *[other] { $count } unconfirmed texts were refused. The first: { $why } No draft could be made of them; they are not gone, and stand among the drafts ({ $key }) after a restart.
}
resent-refused = { $count ->
    [one] Your unconfirmed text was refused: { $why } The text is kept as a draft: { $key } opens it.
   *[other] { $count } unconfirmed texts were refused. The first: { $why } They are kept as drafts: { $key } opens them.
}
draft-kept = Your text was kept as a draft.
draft-kept-demo = Your text is kept until you close the demo.
draft-back = To go on with it: { $key }.
paste-left-out = { $count ->
    [one] 1 invisible character was left out.
   *[other] { $count } invisible characters were left out.
}
body-own-municipality = municipality
body-municipality = mun.
form-title-note = Note
form-title-contact = Contact moment
form-title-correct-contact = Correct a contact moment
form-title-intake = Report by telephone
form-title-facts = Change the facts
form-title-domains = Life domains
form-title-positions = Bodies and their positions
form-title-stalemate = Stalemate and result wanted
form-title-tried = What was tried
form-title-grounds = Ground for sharing
form-title-plan = Plan
form-title-documents = Documents
form-title-outcome = Close the case
form-close-case = Close case
form-close-case-word = close case
form-file-domains = Life domains
form-file-domains-hint = The start of each life domain, with commas between: financiën, toeslagen, huisvesting
form-file-positions = Positions
form-file-positions-hint = One body a line, with its position: SVB: waits for the municipality
form-file-positions-wrong = Begin each line with a body and a colon: SVB: waits for the municipality.
form-file-stalemate = Stalemate
form-file-stalemate-hint = In one sentence: who waits for whom, and why does nobody move?
form-file-desired-household = Household wants
form-file-desired-household-hint = What result does the household itself want?
form-file-desired-professional = Reporter wants
form-file-desired-professional-hint = What result does the professional who reports want?
form-file-tried = Tried
form-file-tried-hint = One attempt a line: what; when; with whom. For example: called; 12-11; P. de Boer
form-file-ground = Ground
form-file-ground-hint = Act and article, vital interest or consent
form-file-ground-needed = On which ground is it shared?
form-file-ground-purpose = Purpose
form-file-ground-purpose-hint = What are the data shared for?
form-file-ground-with = With whom
form-file-ground-with-hint = To whom are they given?
form-file-ground-until = Until
form-file-ground-until-hint = The last day on which this ground is used
form-file-step = Step
form-file-step-hint = What is to be done?
form-file-step-needed = What is to be done?
form-file-step-who = Who
form-file-step-who-hint = Who does it: a name, a function or a body
form-file-step-due = By
form-file-step-due-hint = The day on which it is done: friday, in 2 weeks, 4-12
form-file-step-done = Done on
form-file-step-done-hint = The day on which it was done; empty: not yet
form-file-document = Title
form-file-document-hint = What kind of document it is, without names of citizens
form-file-document-needed = What is this document called?
form-file-document-dated = Date
form-file-document-dated-hint = The date on the document
form-file-document-address = Address
form-file-document-address-hint = Where it is: https://…
form-file-document-address-wrong = An address begins with https:// and has no blanks.
form-file-result = Result
form-file-result-hint = What was achieved for the household?
form-file-legal-room = Legal room used
form-file-legal-room-hint = Which hardship clause or deviation, with its article
form-file-budget = Budget spent
form-file-budget-hint = Breakthrough budget in euros: 1.250 or 1.250,50
form-file-budget-wrong = This is no amount: write 1.250 or 1.250,50.
part-domains = Life domains
part-positions = Bodies and positions
part-stalemate = Stalemate and result
part-tried = What was tried
part-facts = Report, threat, decisions
part-grounds = Ground for sharing
part-plan = Plan
part-documents = Documents
choose-triage = Triage { $subject }: { $answered } of { $count } questions answered
triage-answered = answered
triage-life-domains-open = Which life domains does it touch?
triage-life-domains-partly = Does it touch another life domain?
triage-national-body-open = Which bodies are stuck?
triage-national-body-partly = Is a national body among them?
triage-stalemate-open = Who waits for whom, in one sentence?
triage-stalemate-partly = Who waits for whom, in one sentence?
triage-tried-open = What was tried already?
triage-tried-partly = When, and with whom?
triage-threat-open = Does something threaten, and when?
triage-threat-partly = On which day does it threaten?
triage-decision-open = Is there a running decision?
triage-decision-partly = When was the decision made known?
triage-ground-open = On which ground is it shared?
triage-ground-partly = On which ground is it shared?
triage-desired-result-open = What result is wanted?
triage-desired-result-partly = What result is wanted?
triage-no-plan = no step yet
triage-plan-done = every step done
triage-documents = { $count ->
    [0] none
    [one] 1 document
   *[other] { $count } documents
}
form-title-takeover = Take over
form-button-letters = This is a button: nothing is typed here. These letters were not kept. Shift+Tab goes back to the fields.
form-button-missed = What you typed here is kept nowhere. Enter once more: { $button }, without those letters. Shift+Tab goes back to the fields.
form-sending-letters = Saving: what you type now is not kept. Wait a moment and type it again.
form-save = Save
form-propose = Propose
form-propose-word = propose
form-withdraw = Withdraw
form-withdraw-word = withdraw
form-reject = Reject
form-reject-word = reject
form-end = End it
form-end-word = end it
form-lapse = Let it lapse
form-lapse-word = let it lapse
form-saving = Saving…
form-kept = Kept
press-of-another-token = This was saved when it was not known under which account. Look it over and save it again.
form-waits = Not confirmed yet. Kept; will be sent by itself.
form-waits-here = Not confirmed yet. Will be sent by itself as long as loket is open.
form-unanswered = No answer yet: it is not known whether this was done. You can close this. See whether it was done before you do it again.
act-unanswered = { $number }: no answer yet, so it is not known whether this was done. See whether it was done before you do it again.
form-required = { $field } is still empty.
form-bsn-line = { $field }, paragraph { $what }: this holds a citizen service number. Remove it; then you can save.
form-faults-also = Not right either: { $fields }.
form-fault-empty = ! still empty
form-bsn = { $field }: this holds a citizen service number. Remove it; then you can save.
form-date = This is not a date. Examples: 2-12, 02-12-2026, thu, tomorrow, +3, in two weeks.
form-date-past = This is not a date. Examples: { $what }, yesterday, mon, -3 (three days ago).
form-date-no-such-day = { $what }: there is no such day.
form-moment = This is no day, or no time. Examples: tomorrow 10:00, thu at 14:30, 2-12, +3.
form-date-future = This date lies in the future.
form-date-far = This date is too far away. Check the year.
form-date-beyond = The municipality's decision goes no further than { $what }.
form-date-not-later = Choose a day after { $what }.
form-day-unknown = The server has not told yet which day it is. Save in a moment; your text stays.
form-municipality = Which municipality do you mean? { $what }. Enter lets you choose.
form-municipality-one = Do you mean { $what }? Enter takes it.
plain-form-municipality = Which municipality do you mean? { $what }
plain-form-municipality-one = Do you mean { $what }?
form-municipality-unknown = “{ $what }” is no municipality or place in the Netherlands.
form-organisation-place = Which body? If you mean gemeente { $what }, type it so, or “gem” for the municipality of the signal.
form-organisation-municipality = Which municipality? Type for instance gemeente Breda; “gem” works when the field Municipality is filled in.
form-organisation = “{ $what }” is not a known body. Type an abbreviation (UWV) or gemeente Breda.
form-note = Note
form-note-hint = No names of citizens, no BSN.
form-contact-with = With
form-contact-with-hint = Whom you reached or wanted to: the reporter, a body or a name. What stands there goes when you type.
form-contact-with-again = As last time? Otherwise: a body, a name, or melder ({ $who }). Typing replaces.
form-contact-with-reporter = Whom you reached or wanted to: a body, a name, or the reporter ({ $who }). Typing replaces it.
form-contact-reached = Reached
form-contact-reached-hint = y or n chooses and goes on. Called somebody else? Shift+Tab goes to With.
form-contact-reached-hint-arrows = Arrow or space chooses, Enter goes on. Called somebody else? Shift+Tab goes to With.
form-typing-replaces = typing replaces this
form-typing-goes-on = { $key } empties
form-enter-close = closes
form-enter-save = saves
form-enter-line = new line
form-enter-next = next field
form-choice-open = (not chosen yet)
form-choice-chosen = { $field }: { $value } chosen.
form-choice-keys = ← → chooses
form-choice-letters = { $field }: nothing is typed here. These letters were not kept. Choose with ← and →; Tab goes to another field.
form-choice-gone = { $what } is not there. Choose another.
form-contact-agreed = Agreed
form-contact-agreed-hint = What was agreed, in short: who does what, and when. May be empty. No names of citizens, no BSN.
form-contact-back = Call back
form-contact-back-hint = Empty, or a day, also with a time: thu, tomorrow 10:00, +3, 2-12. Enter saves.
form-choice-yes = yes
form-choice-no = no
form-choice-never = no contact at all
form-choice-crisis = crisis
form-choice-high = high
form-choice-normal = normal
form-choice-low = low
form-title-urgency-reason = Urgency and reason
form-urgency = Urgency
form-urgency-hint = Crisis is the highest urgency; then come high, normal and low.
form-urgency-all-so = All the marked signals have this urgency already. The reason is changed signal by signal.
form-urgency-reason-needed = A higher urgency needs a reason: write down what happens, and when.
form-urgency-reason = Reason
form-urgency-reason-hint = Why this urgency; needed for a higher one. No names of citizens, no BSN.
urgency-reason-stays = Reason stays: “{ $reason }”{ $key ->
    [none] {""}
   *[other] {" "}({ $key } changes it)
}
urgency-why = write down why …
urgency-why-letter = r
done-urgency-reason = Reason for the urgency of { $number } saved
saved-facts = { $number } changed: { $fields }
done-facts = Facts of { $number } changed once more: { $value }
undone-facts = Taken back: facts of { $number }
past-facts = facts of { $number }
facts-reading = The signal is being read; the form opens after that.
facts-nothing-changed = Nothing was changed.
facts-decision-holds-more = This decision also has a kind or an amount. That is not shown here and would go: leave the decision.
conflict-title = Not saved: you both wrote in the same field
conflict-says = { $who } saved version { $now }; you worked on version { $began }.
conflict-says-plainly = { $who } changed this while you wrote.
conflict-kept = Nothing is lost.
conflict-noted = What does not count goes into the timeline.
declined-note = Typed, but not chosen: the version of { $who } counts.
declined-refused = What you typed did not come in the timeline: { $why } It is kept apart as a draft.
conflict-field = Field
conflict-was = Was
conflict-you = You
conflict-result = Result
conflict-empty = (empty)
conflict-choose = ? choose 1 or 2
conflict-keep = Keep draft
conflict-keep-short = Draft
conflict-save = Merge and save
conflict-save-short = Merge
conflict-drop = Drop my version
conflict-drop-short = Drop mine
conflict-to-form = Back to the form
conflict-to-form-short = Form
conflict-open = First choose which text counts; { $count ->
    [one] 1 field to go
   *[other] { $count } fields to go
}.
conflict-no-question = Only one of you wrote in this field: there is nothing to choose.
conflict-dropped = The version of { $who } counts. What you typed is set aside as a draft.
conflict-theirs-is = { $who } wrote: { $text }
form-theirs-nothing = This was updated meanwhile, but not in these fields. Your text is still here; save once more.
form-theirs-elsewhere = { $who } changed meanwhile: { $fields }. It stands here now; what you typed is still here.
form-theirs-both = { $who } changed meanwhile too: { $both }. Your text is still here; when you save you choose which counts.
form-theirs-same = { $who } wrote the same meanwhile; there is nothing left to save.
form-draft-older = Since this draft was changed: { $fields }. When you save you choose which text counts.
form-merged = Merged with what { $who } wrote meanwhile: { $fields }
act-about-changed = Note: { $who } changed this while you were at it. See how it is now and whether what you want still holds; save only then.
act-changed-since = Not done: somebody else changed this meanwhile. See how it is now. { $draft }
facts-somebody = Somebody else
facts-own-window = Your other window
server-began-anew = The data of the server were replaced, for instance from a backup, or your rights have changed. Everything was read anew; check whether your last changes are still there.
facts-day-moved = Hard date: { $is }, was { $was }
facts-day-new = Hard date: { $is }
facts-day-gone = Hard date gone: { $was }
undo-facts-since = Somebody else changed { $number } meanwhile ({ $fields }). Nothing was taken back: look at the signal.
undone-urgency-reason = Taken back: reason for the urgency of { $number }
past-urgency-reason = reason for the urgency of { $number }
form-takeover-reason = Reason
form-takeover-reason-hint = A colleague has this signal. Why do you take it over? The reason is logged; taking over cannot be undone.
form-intake-name = Reporter
form-intake-name-hint = The professional who calls. Is it a citizen? Refer; record nothing.
form-intake-function = Function
form-intake-organisation = Organisation
form-intake-phone = Phone
form-intake-mail = Mail
form-shielded = What stands here is shielded. Leave the field empty and it stays; typing replaces it.
form-intake-municipality = Municipality
form-intake-municipality-hint = Name of the municipality or of a place, or the CBS code.
form-intake-title = Subject
form-intake-title-hint = Kind of problem and bodies. No names, ages, diagnoses or nationalities.
form-intake-account = Account
form-intake-account-hint = What is stuck, what was tried, which result is needed?
form-intake-bodies = Bodies
form-intake-bodies-hint = Abbreviations, with a comma between them: SVB, DT, gemeente Breda; gem is the municipality above.
form-intake-urgency = Urgency
form-intake-urgency-hint = Crisis is the highest urgency; then come high, normal and low.
form-intake-urgency-reason = Why
form-intake-urgency-reason-hint = Why this urgency; may stay empty, for the account says it. Raising it later needs a reason. No names of citizens, no BSN.
form-intake-threat = Threat
form-intake-threat-hint = Free text: eviction, disconnection, care stops.
form-intake-threat-on = On
form-intake-threat-on-hint = The day it happens: 2-12, thu, +3.
form-intake-decision-by = Decision by
form-intake-decision-by-hint = Who took the decision: an abbreviation (SVB) or a municipality; gem is the municipality above.
form-intake-decision-reference = Reference
form-intake-decision-reference-hint = The reference on the letter, by which the body finds the decision. May be empty.
form-intake-decision-on = Made known on
form-intake-decision-on-more = Made known
form-intake-decision-on-hint = The day the decision was sent, not the day of receipt (Awb 3:41 and 6:8).
form-intake-threat-on-told = day of the threat
form-intake-decision-on-told = day of the decision
form-intake-decision-dated-told = date on the letter of the decision
form-intake-decision-numbered = Decision { $number }: { $hint }
form-intake-threat-numbered = Threat { $number }: { $hint }
form-intake-decision-dated = Letter of
form-intake-decision-dated-hint = The date on the letter, when that is another than the day the decision was sent.
# Explanations: short pages about instruments and rules.
explanation-group = Explanations of instruments and rules
explanation-related = See also
explanations-title = Explanations
explanations-search = find an instrument or a rule
explanations-nothing = No explanation found.
why-no-page-before = This is the first page you opened.
plain-prompt-explanation = Number, or Enter to close:{" "}
plain-help-explanation = Type a number to open that explanation, “back” for the one before, or Enter to close.
scope-explanation = Explanation
scope-explanation-short = explain
command-global-explain = explain
command-global-explain-help = Short explanations of instruments and rules: what the law says, the conditions, an example.
command-global-explain-also = instruments rules law article masterclass
command-explanation-down = down
command-explanation-down-help = A line on.
command-explanation-down-also = scroll next
command-explanation-up = up
command-explanation-up-help = A line back.
command-explanation-up-also = scroll previous
command-explanation-page-down = read on
command-explanation-page-down-help = A page on.
command-explanation-page-down-also = scroll
command-explanation-page-up = page back
command-explanation-page-up-help = A page back.
command-explanation-page-up-also = scroll
command-explanation-top = start
command-explanation-top-help = To the start of the explanation.
command-explanation-top-also = top home
command-explanation-bottom = end
command-explanation-bottom-help = To the end of the explanation.
command-explanation-bottom-also = bottom end
command-explanation-next-related = see also
command-explanation-next-related-help = Chooses the next explanation that belongs to this one.
command-explanation-next-related-also = related jump
command-explanation-previous-related = see also, previous
command-explanation-previous-related-help = Chooses the explanation before that belongs to this one.
command-explanation-previous-related-also = related jump
command-explanation-open = open
command-explanation-open-help = Opens the chosen explanation.
command-explanation-open-also = read follow
command-explanation-back = back
command-explanation-back-help = Back to the explanation you read before.
command-explanation-back-also = previous
command-explanation-close = close
command-explanation-close-help = Closes the explanation. What lies below has not changed.
command-explanation-close-also = done away
explanation-no-title = This explanation has no title. Put the line title: and the title at the top, between two lines of ---.
explanation-empty = There is no text below the head of this explanation.
explanation-head-open = The head of this explanation ends nowhere. Put --- below its last line again.
explanation-head-line = This is no line of the head: { $line }. Write a word, a colon and a value.
explanation-unknown-key = The head of an explanation does not know “{ $key }”.{ $near ->
    [none] {" "}It knows: title, also, related, fields.
   *[other] {" "}Do you mean “{ $near }”?
}
explanation-unknown-related = There is no explanation called “{ $name }”.{ $near ->
    [none] {""}
   *[other] {" "}Do you mean “{ $near }”?
}
explanation-unknown-field = There is no field or part called “{ $name }”.
explanation-unknown-command = There is no command called “{ $name }”.{ $near ->
    [none] {" "}loket keys --json names all.
   *[other] {" "}Do you mean “{ $near }”?
}
explanation-name = The name of this explanation cannot be: use small letters, digits and hyphens.
explanation-too-long = This explanation is longer than 64 KiB and does not count.
cli-explain = Explain instruments and rules: what the law says, the conditions, an example
cli-explain-words = About what: a name or words, such as termijnen or "pro forma"
cli-explain-list = Name every explanation
cli-explain-nothing = There is no explanation of “{ $typed }”.{ $near ->
    [none] {" "}loket explain --list names all.
   *[other] {" "}Do you mean “{ $near }”?
}
cli-explain-several = This is found in more than one place. Give the name of one explanation.
cli-column-explanation = Name
cli-column-about = About
help-title = Help: all keys{ $name }{ $own ->
    [0] {""}
   *[other] , { $own } of your own (*)
}
help-search = search by name or key
help-nothing = No command found.
scope-signal = Signal
scope-list = List
scope-global = Everywhere
scope-detail = Open signal
scope-lookup = Search window
scope-card = Card in the register
scope-text = Text field
scope-choice = Choice (arrows or the space bar choose)
scope-button = Button (Enter presses it)
command-signal-claim = claim
command-signal-claim-help = Claim the signal, for a quarter of an hour. Typing, reading and saving move that on; beside its owner stands until what time.
command-signal-release = release
command-signal-release-help = Give the signal back.
command-signal-contact = call
command-signal-contact-help = Record a call: reached or not, what was agreed, when to call back.
command-signal-correct-contact = correct contact
command-signal-correct-contact-help = Say how a contact moment really was, or that there was none; a promise to call back then stands again.
command-signal-edit-signal = change facts
command-signal-edit-signal-help = Change the facts: reporter, municipality, bodies, title, account, threats with their day, decisions and their date.
command-signal-note = note
command-signal-note-help = Write a note.
command-signal-urgency = urgency
command-signal-urgency-help = Change the urgency.
command-signal-status = status
command-signal-status-help = Change the status.
command-signal-copy-number = copy number
command-signal-copy-number-help = Copy the number of the signal.
command-signal-copy-phone = copy phone
command-signal-copy-phone-help = Copy the reporter's phone number. It is logged.
command-signal-copy-mail = copy mail
command-signal-copy-mail-help = Copy the reporter's mail address. It is logged.
command-list-down = down
command-list-down-help = One row down.
command-list-up = up
command-list-up-help = One row up.
command-list-half-down = half down
command-list-half-down-help = Half a page down.
command-list-half-up = half up
command-list-half-up-help = Half a page up.
command-list-page-down = page down
command-list-page-down-help = A page down.
command-list-page-up = page up
command-list-page-up-help = A page up.
command-list-top = top
command-list-top-help = To the start of the list.
command-list-bottom = bottom
command-list-bottom-help = To the end of the list.
command-list-open = open
command-list-open-help = Open what is under the cursor.
command-list-mark = mark
command-list-mark-help = Mark the signal and go down; a command then works on all marked ones.
command-list-mark-all = mark all
command-list-mark-all-help = Mark exactly what is in the list, or nothing; what was marked outside it is let go.
command-list-filter = filter
command-list-filter-help = Filter as you type: words, or field:value; a minus before it excludes.
command-list-view = view
command-list-view-help = Choose the view: open, mine, unclaimed, all, or a saved one.
command-list-view-help-board = Choose which deadlines to see: all, time-outs, what waits for a second person, mine, call-backs, or whom you call back yourself.
command-list-sort = order
command-list-sort-help = Choose the order of the list.
command-list-preview = preview
command-list-preview-help = Show or hide the preview.
command-global-new-signal = new
command-global-new-signal-help = Take a report by telephone.
command-global-lookup = who?
command-global-lookup-help = Look somebody up in the register, from any screen.
command-global-pane-signals = signals
command-global-pane-signals-help = Go to the signals.
command-global-pane-register = register
command-global-pane-register-help = Go to the register.
command-global-undo = undo
command-global-undo-help = Take the last action back.
command-global-refresh = refresh
command-global-refresh-help = Show what came in or changed meanwhile, and sort anew.
command-global-redraw = redraw
command-global-redraw-help = Draw the screen again.
command-global-help = help
command-global-help-help = All keys and commands, and what the signs mean.
command-global-back = back
command-global-back-help = Close or clear what is on top; never quits.
command-global-quit = quit
command-global-quit-help = Quit loket.
command-detail-next-item = next
command-detail-next-item-help = The next signal.
command-detail-previous-item = previous
command-detail-previous-item-help = The previous signal.
command-detail-reveal = show shielded
command-detail-reveal-help = Show for ten seconds what is shielded, such as the reporter's phone number. It is logged.
command-lookup-accept = copy phone
command-lookup-accept-help = Copy the central phone number.
command-lookup-copy-menu = choose field
command-lookup-copy-menu-help = Choose what to copy.
command-lookup-open-card = in register
command-lookup-open-card-help = Open the card in the register.
command-lookup-next = next
command-lookup-next-help = The next hit.
command-lookup-previous = previous
command-lookup-previous-help = The previous hit.
command-lookup-to-card = to the card
command-lookup-to-card-help = Go to the card.
command-lookup-confirm = right
command-lookup-confirm-help = You called and it is right: the entry was verified today.
command-lookup-report = wrong
command-lookup-report-help = Report to the register editor of the organisation what is wrong.
command-card-phone = copy phone
command-card-phone-help = Copy the phone number.
command-card-mail = copy mail
command-card-mail-help = Copy the mail address.
command-card-name = copy name
command-card-name-help = Copy the name.
command-card-all = copy all
command-card-all-help = Copy name, function, organisation, phone and mail.
command-card-to-search = to the search
command-card-to-search-help = Back to the search field.
command-card-confirm = right
command-card-confirm-help = You called and it is right: the entry was verified today.
command-card-report = wrong
command-card-report-help = Report to the register editor of the organisation what is wrong.
command-card-edit = correct
command-card-edit-help = Correct the entry: numbers, absence with deputy, mandate, end date.
command-card-history = history
command-card-history-help = Show who changed what in the entry.
command-card-export = as a file
command-card-export-help = Save this contact as a vCard, for a mobile or a mail program.
command-card-page-down = page down
command-card-page-down-help = A page of the card down, or of the list.
command-card-page-up = page up
command-card-page-up-help = A page of the card up, or of the list.
command-card-qr = QR code
command-card-qr-help = Show the number as a QR code, for the camera of a mobile.
command-card-tasks = reports
command-card-tasks-help = Show what is wrong in the register according to who called.
command-text-submit = save
command-text-submit-help = Save. Or go to the button with Tab and press Enter.
command-text-next-field = next field
command-text-next-field-help = To the next field.
command-text-previous-field = previous field
command-text-previous-field-help = To the previous field.
command-text-newline = new line
command-text-newline-help = Start a new line.
command-text-backspace = backspace
command-text-backspace-help = Delete the character before the cursor.
command-text-delete-next = delete
command-text-delete-next-help = Delete the character under the cursor.
command-text-delete-word = delete word
command-text-delete-word-help = Delete the word before the cursor.
command-text-delete-line = delete line
command-text-delete-line-help = Delete the line.
command-text-left = left
command-text-left-help = To the left.
command-text-right = right
command-text-right-help = To the right.
command-text-cursor-up = line up
command-text-cursor-up-help = A line up, or to the previous field.
command-text-cursor-down = line down
command-text-cursor-down-help = A line down, or to the next field.
command-text-home = start of line
command-text-home-help = To the start of the line.
command-text-end = end of line
command-text-end-help = To the end of the line.
command-text-leave = close
command-text-leave-help = Close; what you typed is kept as a draft.
rows-unreadable = { $count } rows of the server cannot be read and are missing here. Update loket.
link-incomplete = incomplete, { $count } rows
earlier-text-saved = Your earlier text was saved already. What you save next is added as something new.
form-decision-by = Which body decided this? Without a body there is no term.
link-refused = no access
link-none = no connection
tab-free = { $count } unclaimed
palette-title = Commands
palette-search = find a command: its name, what it does, or its key
palette-teaches = Next time, { $key } does { $word } at once.
palette-no-case = There is no signal with number { $number }.
actions-title = What can be done here
why-inside = The key works in the field or window this command belongs to.
why-time-out-over = This time-out runs no more.
why-no-text = Type :: in a text field: the templates are there. To make your own: search for "template" in the help.
why-alone = Here you can only look up who has the mandate.
scope-filter = Filter
scope-signal-short = signal
scope-list-short = list
scope-global-short = always
scope-detail-short = open
scope-lookup-short = search
scope-card-short = card
scope-filter-short = filter
scope-menu-short = menu
scope-finder-short = list
scope-text-short = field
palette-prefixes = @ person    # signal    ? keys and explanations
palette-number = Type a number: 421, S-421 or S-2026-00421.
palette-no-number = There is no signal with this number.
why-closed = This signal is closed.
why-close-first = First close what lies on top.
why-list-only = This can only be done in the list.
why-on-signals = This is done at the signals: press { $key }.
why-no-filter = There is no filter.
cancel-again = Press { $key } again to be asked whether to quit.
choose-quit = Quit loket?
choose-letters = { $some } or { $last }
choose-takes = Choose { $letters }; Enter takes the chosen line.
choose-takes-typed = Choose { $letters } or ↑ ↓; Enter takes the chosen line.
choose-stray = “{ $typed }” does nothing here. Choose { $letters }; Enter takes “{ $label }”.
choose-quit-unsent = Not everything is confirmed yet. Quit all the same?
choose-quit-demo = Close the demo? What you did and typed in it will be gone
choose-unkept = Your text is only on this screen; it cannot be kept
choose-not-kept = Your text is not saved and will not be kept: that is how it is set
choose-quit-not-kept = Quit? What is not saved or sent will be lost: that is how it is set
choose-on-disk = { $count ->
    [one] You keep no drafts, but 1 text of before is still on this computer
   *[other] You keep no drafts, but { $count } texts of before are still on this computer
}
on-disk-stay = Leave them; they come back when you keep drafts again
on-disk-stay-letter = l
on-disk-clear = Throw away, also what was not sent yet
on-disk-clear-letter = t
unkept-stay = Stay, the text is still there
unkept-stay-letter = s
unkept-drop = Close and throw the text away
unkept-drop-letter = t
choose-quit-unkept = Quit? Your text cannot be kept and will be lost
choose-run-help = { $word }: run it now?
run-help-no = no, back to help
run-help-no-letter = n
run-help-yes = yes, run it
run-help-yes-letter = y
quit-stay = Stay
quit-stay-letter = s
quit-leave = Quit
quit-leave-letter = q
command-list-match-next = next match
command-list-match-next-help = The next row that the filter leaves; after the last the first.
command-list-match-previous = previous match
command-list-match-previous-help = The previous row that the filter leaves; before the first the last.
command-global-cancel = break off
command-global-cancel-help = Break off half a key sequence or a menu; twice within a moment asks whether to quit.
command-filter-keep = keep filter
command-filter-keep-help = Back to the list, which stays filtered.
command-filter-clear = clear filter
command-filter-clear-help = Clears the filter: back to the whole list.
command-text-enter = go on
command-text-enter-help = To the next field; in the last field it saves. In a text of several lines it begins a new line.
choose-keymap = Keys
choose-language = Language
choose-theme = Colours
keymap-now = Keys: { $name }
language-now = loket now speaks English.
choice-until-demo = This counts until you close the demo.
choice-not-kept = This counts until you close loket: it could not be kept. { $words }
theme-now = Colours: { $name }
nothing-to-choose = There is nothing to choose from.
keymap-standaard = letters are commands
keymap-vim = like vim, with counts
keymap-office = F keys; letters filter
language-nl = Nederlands
language-en = English
scope-menu = Menu
scope-finder = Help and commands
command-global-palette = commands
command-global-palette-help = Every command, by name.
command-global-keymap = choose keys
command-global-keymap-help = Choose other keys: standaard, vim or office.
command-global-language = choose language
command-global-language-help = Choose the language: Dutch or English.
command-global-theme = choose colours
command-global-theme-help = Choose other colours.
command-list-actions = more
command-list-actions-help = Everything you can do with this signal, with the reason when you cannot.
command-menu-next = next
command-menu-next-help = The next line.
command-menu-previous = previous
command-menu-previous-help = The previous line.
command-menu-first = first
command-menu-first-help = The first line.
command-menu-last = last
command-menu-last-help = The last line.
command-menu-pick = choose
command-menu-pick-help = Choose this line.
command-menu-close = close
command-menu-close-help = Close the menu without choosing.
command-finder-next = next
command-finder-next-help = The next command.
command-finder-previous = previous
command-finder-previous-help = The previous command.
command-finder-page-down = page down
command-finder-page-down-help = A page down.
command-finder-page-up = page up
command-finder-page-up-help = A page up.
command-finder-run = run
command-finder-run-help = Run the command.
command-finder-close = close
command-finder-close-help = Close the list.
keymap-broken = This is not a valid TOML file: { $detail }
keymap-inherit = 'inherit' names one of: { $names }.
keymap-letters = 'letters' is "filter" or "commands".
keymap-counts = 'counts' is true or false.
keymap-unknown-table = There is no table [{ $table }].{ $near ->
        [none] {""}
       *[other] {" "}Do you mean [{ $near }]?
    }
keymap-not-a-table = [{ $table }] has to be a table.
keymap-unknown-command = [{ $table }] has no command '{ $command }'.{ $near ->
        [none] {""}
       *[other] {" "}Do you mean '{ $near }'?
    }
keymap-other-table = The command '{ $command }' belongs in [{ $other }], not in [{ $table }].
keymap-not-keys = The keys of '{ $command }' are a text or a list of texts.
keymap-no-key = There is no key here. Write [] to give a command no key.
keymap-unknown-key = There is no key '{ $text }'.{ $near ->
        [none] {""}
       *[other] {" "}Do you mean '{ $near }'?
    }
keymap-same-key = A terminal sends '{ $text }' as '{ $arrives }'. Write '{ $arrives }'.
keymap-twice = '{ $keys }' appears twice for '{ $command }'.
keymap-conflict = '{ $keys }' belonged to '{ $other }' and now belongs to '{ $command }'.
keymap-shadowed = '{ $keys }' ('{ $command }') is never reached: '{ $other }' already has the beginning of it.
cli-theme-list = Show which colours there are; * is what you use
cli-theme-check = Check that every text can be read (WCAG: 4.5 to 1, or 7 to 1 for high contrast)
cli-theme-check-name = Name of a theme, or a theme file
cli-theme-weak =
    { $count ->
        [one] One text has too little contrast (marked !).
       *[other] { $count } texts have too little contrast (marked !).
    }
cli-column-theme = Theme
cli-column-on = On
cli-column-ratio = Contrast
cli-column-least = At least
theme-terminal = the colours of your terminal
theme-dark = dark
theme-light = light
theme-contrast-dark = dark, high contrast
theme-contrast-light = light, high contrast
theme-colourblind = without red and green
theme-mono = without colour
theme-broken = This is not a valid TOML file: { $detail }
theme-inherit = There is no theme '{ $name }' to start from.{ $near ->
        [none] {""}
       *[other] {" "}Do you mean '{ $near }'?
    }
theme-selection = 'selection' is "bar", "marker" or "reverse".
theme-contrast = 'contrast' is "normal" or "high".
theme-borders = 'borders' is "unicode" or "ascii".
theme-ground = The background is only a colour: #rrggbb, a name, or default.
cli-theme-show = Show a theme as a file, to begin your own with
cli-theme-show-name = Name of a theme, or a theme file; without: the one you use
theme-unknown-key = A theme has no '{ $name }'.{ $near ->
        [none] {""}
       *[other] {" "}Do you mean '{ $near }'?
    }
theme-not-a-table = [{ $name }] has to be a table.
theme-unknown-role = There is no role '{ $name }'.{ $near ->
        [none] {""}
       *[other] {" "}Do you mean '{ $near }'?
    }
theme-no-colour = '{ $text }' is neither a colour (#rrggbb, a name, default) nor a weight (bold, underline, reverse, faint).{ $near ->
        [none] {""}
       *[other] {" "}Do you mean '{ $near }'?
    }
cli-theme = Colours: which there are, and whether they can be read
nothing-to-redo = There is nothing to do again. After something new, what was undone cannot be done again.
undo-touched-since = { $number } was changed by somebody else since; { $field } is { $now } now. Nothing was taken back: look at the signal.
undo-withdraw-by = You withdraw your proposal with { $key }.
choose-undo-past = { $saved }: that stays. Take back what you did before it: { $what }?
undo-past-no = No, leave everything as it is
undo-past-no-letter = n
undo-past-yes = Yes, take that back
undo-past-yes-letter = y
choose-undo-several = Undo { $count } actions, the last one first?
undo-one = Only this: { $what }
undo-one-letter = o
undo-several-yes = Yes, undo these { $count }
undone-round = Undid { $count }: { $what }
undone-round-part = Undid { $count } of { $all }; { $refused } refused, { $untried } not tried
choose-round = Undid { $count } of { $all }
round-undone = undone
round-untried = not tried, still as it was
undo-changed-since = { $number } has changed since: you had set { $field } to { $mine }, and it is { $now } now. Nothing was taken back.
nobody = nobody
choose-history = What you did; Enter takes back, of older lines after a question
past-claim = { $number } claimed
past-release = { $number } released
past-urgency = urgency of { $number }
past-status = status of { $number }
command-global-redo = redo
command-global-redo-help = Do again what you took back.
command-global-history = what you did
command-global-history-help = What you did last; choose how far back to undo.
choose-burst = You typed or pasted text, but not into a field
burst-forget = forget it: nothing happens
burst-forget-letter = f
burst-filter = filter the list by it
burst-filter-letter = l
unlocked = Your screen is open again
covered-whose = Screen of { $who }
covered = Covered. Press Enter or Esc to go on.
read-only-short = READ
read-only-mark = read only
why-read-only = loket is set to read only.
why-read-only-locked = loket was started with --read-only: that holds until you close it.
read-only-on = Read only: nothing is changed until you turn this off again.
read-only-off = You can change things again.
cli-read-only = Change nothing on the screen: every command there that changes something is off
config-not-yes-or-no = { $key } is true or false.
command-global-lock = cover
command-global-lock-help = Cover what is on the screen. There is no password: Enter opens it again.

## text: fields, editor, templates, drafts, clipboard

draft-restored = draft of { $moment } restored
draft-set-aside = There was an earlier draft too. It is kept beside what you type now.
draft-gone = This draft is no longer there: it is open in another window or has already been saved.
draft-needs-marks = This draft belongs to marked signals. Mark them again and open it then.
drafts-of-marked = on the marked
draft-open-already = This form is already open. Close it first; what you typed is kept.
drafts-waiting = { $count ->
    [one] 1 draft waits: { $key } opens it.
   *[other] { $count } drafts wait: { $key } opens them.
}
drafts-none = There are no drafts.
drafts-refused = refused
draft-refused = Refused by the server: { $why }
drafts-waits = waits to be sent
draft-waits = Waits to be sent: goes by itself as soon as the server answers.
drafts-aside = set aside
draft-aside = Set aside: does not come back in a form by itself.
drafts-drop = throw away
drafts-title = Drafts: go on with
drafts-nothing = No draft found.
templates-title = Templates
templates-nothing = No template found. Esc goes back to your text.
template-missing = { $count ->
    [one] Still to be filled in: { $what }.
   *[other] { $count } places still to be filled in, the first is { $what }.
}
links-title = Links: Enter copies
links-nothing = No link found.
link-command = shows this signal
link-command-help = A signal has no web page. With this command loket shows it on every computer where it is set up.
picker-search = Search:
why-no-field = This works only in a text field of a form.
why-no-block = This works only in a field of several lines.
form-close = Close
doubt-unfilled = { $field }: { $what } is not filled in yet.
doubt-name = { $field }: “{ $what }” looks like a name. Many people can see the subject.
doubt-age = { $field }: “{ $what }” looks like an age. Many people can see the subject.
doubt-diagnosis = { $field }: “{ $what }” looks like a diagnosis. Many people can see the subject.
doubt-nationality = { $field }: “{ $what }” looks like a nationality. Many people can see the subject.
editor-taken = The text from the editor is in the field.
editor-same = The editor changed nothing.
editor-unset = No editor is set: a text program of your own (VISUAL or EDITOR). Type on here.
editor-missing = The editor “{ $what }” does not start. Type on here; your text is still there.
editor-code = The editor ended with code { $what }. Your text is as it was.
editor-code-text = The editor ended with code { $what }, so your text is as it was. { $key } fetches the text from the editor.
editor-killed = The editor was killed. Your text is as it was.
editor-killed-text = The editor was killed. What you had saved there is in the field.
editor-too-large = The editor left { $what } KiB; that does not fit in the field. Your text is as it was. The text from the editor stays in { $path }.
editor-failed = The editor cannot be used: { $what }. Type on here; your text is still there.
copy-control = There is a control character in this. It is not copied.
copy-off = { $text }  (cannot be copied here: select it with the mouse)
template-broken = This is not a valid TOML file: { $detail }
template-not-a-table = "{ $name }" must be a table: [{ $name }], with title and text.
template-not-text = "{ $key }" must be text, between quotation marks.
template-unknown-key = A template has no "{ $key }".{ $near ->
    [none] {" "}Only title and text.
   *[other] {" "}Do you mean "{ $near }"?
}
template-unknown-variable = loket cannot fill in { "{" }{ $variable }{ "}" }; it stays as it is.{ $near ->
    [none] {""}
   *[other] {" "}Do you mean { "{" }{ $near }{ "}" }?
}
template-without-text = The template "{ $name }" has no text.
command-signal-note-editor = note in editor
command-signal-note-editor-help = Write a note in a text program of your own, if your administrator set one (VISUAL, EDITOR).
command-signal-copy-link = copy link
command-signal-copy-link-help = Copy the command that shows this signal.
command-signal-links = links
command-signal-links-help = Show the web addresses in this signal, and the command that shows it.
command-global-drafts = drafts
command-global-drafts-help = What you typed and have not saved yet.
command-text-delete-word-next = delete next word
command-text-delete-word-next-help = Delete the word after the cursor.
command-text-delete-to-start = delete to start
command-text-delete-to-start-help = Delete from the start of the line to the cursor.
command-text-delete-to-end = delete to end
command-text-delete-to-end-help = Delete from the cursor to the end of the line.
command-text-undo = undo in field
command-text-undo-help = Take the last change in this field back.
command-text-redo = redo in field
command-text-redo-help = Do that change in this field again.
command-text-word-left = word left
command-text-word-left-help = A word to the left.
command-text-word-right = word right
command-text-word-right-help = A word to the right.
command-text-text-start = start of text
command-text-text-start-help = To the start of the text.
command-text-text-end = end of text
command-text-text-end-help = To the end of the text.
command-text-page-up = page up
command-text-page-up-help = A page up in the field.
command-text-page-down = page down
command-text-page-down-help = A page down in the field.
command-text-template = template
command-text-template-help = Insert a template; typing :: does the same. Your own: the folder templates beside your configuration.
command-text-editor = editor
command-text-editor-help = Go on in a text program of your own, if your administrator set one (VISUAL, EDITOR).

## terminal: reading lines, mouse, bell

setting-plain = Read lines instead of a screen, for screen readers and terminals that cannot place text.
setting-mouse = Whether the mouse is listened to. auto: yes, but not over SSH.
setting-bell = Bell when: a signal becomes yours, is taken over from you, or its hard date is today.
setting-notify = Then ask the desktop for a notification too (OSC 9 or 777), without data.
setting-documents_sender = The mail address that invitations to meetings come from; loket serve reads it.
setting-documents_templates = The folder with a template for the papers of meetings of each organisation (UWV.toml; default.toml for who has none); loket serve reads it.
setting-local_accounts = People sign in at the server itself, with passphrase and code (loket account); not beside a provider. At most 25 accounts; loket serve reads it.
setting-requests_per_person = At most so many requests a minute of one account, over all servers together; 0: no limit. loket serve reads it.
setting-requests_per_address = At most so many requests a minute from one address, of what needs no token or comes with one that does not count; 0: no limit. loket serve reads it.
cli-plain = Read lines instead of a screen: numbered lists, no colours and no drawing. For screen readers and TERM=dumb
command-global-mouse = mouse
command-global-mouse-help = Turn the mouse on or off. Off: the terminal selects text itself again.
command-global-read-only = read only
command-global-read-only-help = Turn read only on or off. On: every command that changes something is off; READ stands at the top left.
mouse-on = Mouse on: click selects, wheel scrolls. Select text: with Shift.
mouse-off = The mouse is off: the terminal selects text itself.
notification = loket: something asks for your attention.
attention-given = { $number } is yours now.
attention-claimed = { $number } is yours now: what you did before and was not confirmed has been done after all.
attention-taken = { $number } was taken over from you by { $name }.
attention-lapsed = { $number } is free again: you did nothing with it for a quarter of an hour. { $key } takes it again.
attention-due = The hard date of { $number } is today.
attention-sending = { $number } waits for you to confirm: { $pane }, then { $key }.
attention-due-several = The hard date of { $count } of your signals is today.
not-in-list = This signal is no longer in the list.
why-plain-screen = This needs a whole screen; here lines are read.
why-plain = This only changes how a screen looks; here lines are read.
copy-plain = { $text }
plain-live = Connected to the server. What you read is up to date.
plain-old = What you read is from before, and may be out of date.
plain-waits = { $count ->
    [one] 1 text waits to be sent.
   *[other] { $count } texts wait to be sent.
}
plain-done = Done: { $text }
plain-info = { $text }
plain-warn = Note: { $text }
plain-fail = Failed: { $text }
plain-undo = Type u to undo this.
plain-prompt-list = Signals>{" "}
plain-prompt-menu = Number or letter, or Enter for none:{" "}
plain-prompt-find = Number, or words to search, or Enter to close:{" "}
plain-prompt-search = Who? Words, or a number, or Enter to go back:{" "}
plain-prompt-card = Card. A command, or Enter to go back:{" "}
plain-prompt-filter = Filter:{" "}
plain-prompt-covered = Enter goes on:{" "}
plain-prompt-do = { $button }? Enter or yes does it, no keeps a draft, a number changes that field:{" "}
plain-prompt-save = Save? Enter or yes saves, no keeps a draft, a number changes that field:{" "}
plain-covered = Covered. Nothing is added until you press Enter. What stands above, loket cannot erase here.
plain-read-only = loket is read-only.
plain-list =
    { $view }: { $count ->
        [0] no signals. Type view for another list, or new for a report.
        [one] 1 signal.
       *[other] { $count } signals, { $sort }.
    }
plain-closed-too = { $what ->
    [closed] { $count ->
        [one] 1 closed signal fits this filter too
       *[other] { $count } closed signals fit this filter too
    }
   *[outside] { $count ->
        [one] 1 signal outside this view fits this filter too
       *[other] { $count } signals outside this view fit this filter too
    }
}: view all shows that.
plain-list-filtered = { $view }, with “{ $filter }”: { $count } of { $all } signals, { $sort }. / clears the filter.
plain-rest = { $rest } more. m gives them.
plain-all-told = That is all of them.
plain-no-more = There are no more.
plain-new-rows =
    { $count ->
        [one] 1 new signal in the list.
       *[other] { $count } new signals in the list.
    } l gives the list again.
plain-marked =
    { $count ->
        [0] Nothing is marked any more.
       *[other] { $count } marked; a command works on all of them.
    }
plain-left = fits this list no longer
plain-mark = marked
plain-hard-date = hard date { $date }, { $days }
plain-yours = yours
plain-with = with { $name }
plain-new-entries = New in the timeline:
plain-prompt-conflict = Choice, or Enter for a draft:{" "}
plain-conflict-row = { $field }: was { $was }; you { $mine }; { $who } { $theirs }. Counts: { $result }
plain-conflict-done = Everything is chosen. Type save to merge and save.
plain-help-conflict = Type mine or theirs with the number of a field, as in “mine 2”. “edit 2” writes the field anew, save merges, Enter keeps your text as a draft.
plain-prompt-panel = Number, or Enter to close:{" "}
plain-help-panel = Type a number to switch a line on or off, and -number to leave those signals out. A command takes a number, as in “later 3”. m shows more, Enter closes.
plain-on = on
plain-off = off
plain-excluded = left out
plain-always = always on
doctor-keys-mouse = mouse
plain-here = now
plain-not-now = Not now: { $why }
plain-find-end = End of the list.
plain-can = You can: { $words }, back.
plain-filter = Words, or field:value; a minus before it excludes. An empty line clears the filter.
plain-no-number = There is no number { $number }.
plain-unknown = “{ $typed }” is not a command here. Type ? for what you can do here.
plain-which = Which do you mean? { $words }.
plain-form-help = Enter keeps what is there. /back goes a field back, /clear empties the field, /save saves at once, /stop keeps a draft and closes.
plain-form-contact-back-hint = Empty, or a day, also with a time: thu, tomorrow 10:00, +3, 2-12.
plain-block-help = Type as many lines as you like; Enter begins a new line, a full stop alone on a line ends it. /clear 2 takes line 2 out, /clear everything.
plain-block-now = There already:
plain-line-gone = Line { $number } is gone: { $text }
plain-understood = Understood: { $text }
plain-no-choice = Choose one of the words named.
plain-first-field = This is the first field.
plain-save-help = Type yes, no or the number of a field.
plain-yes = yes
plain-no = no
plain-help-list = Type a number to open that signal; m gives more, l the list again. /words filters, / clears the filter. A command goes by name or by key, with a number behind it if you like: claim 3. What a command asks may follow it: who cak, urgency high 3.
plain-help-open = Type a command by name or by key. back goes to the list, l reads the signal again, a number opens that signal of the list.
plain-help-card = Type a command by name or by key. back goes to the search.
plain-help-text = You are typing text. A command begins with a slash: /back, /stop, /quit. If your text itself begins with a slash, type two.
plain-help-menu = Type the number or the letter of a line. Enter picks none.
plain-place = You are at { $at }. { $number }, { $title }.
plain-reading = You are reading { $number }, { $title }.
plain-pasted = { $count } lines pasted into “{ $field }”. A full stop alone on a line ends it.
plain-pasted-nowhere = { $count } lines came in at once. None of it was run or kept. Paste text into a field of several lines, such as a note.
plain-cut = This line is so long that its end may be missing: a terminal passes on at most 4095 characters. Check the end.
plain-help-end =
    { $rest ->
        [0] help gives every command, q quits loket.
       *[other] And { $rest } more: help gives every command, q quits loket.
    }

setting-clipboard = Does copied text go to the clipboard of your terminal (OSC 52)? auto: unless the terminal is known to have none; osc52: always; off: never.
setting-clipboard_end = How a request to the clipboard ends: bel, which every terminal knows, or st.
waits-mark = { $count ->
    [one] 1 waits
   *[other] { $count } wait
}
drafts-mark = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
## views: saved views

view-shared = shared
view-own = yours
cli-view = Saved views of the queue
cli-view-list = Show your views and the shared ones
cli-view-create = Save a view
cli-view-create-name = Name of the view; no text of a case
cli-view-create-filter = Filter of fields, such as "municipality:utrecht -status:waiting"; loose words are refused
cli-view-create-base = Which signals: { $values }
cli-view-create-sort = Order, by column: { $values }
cli-view-create-descending = From high to low
cli-view-create-columns = Columns in order, separated by commas: { $values }
cli-view-create-shared = Visible to everybody of your organisation
cli-view-delete = Delete a view that you made yourself
cli-view-delete-which = Id or name of the view
cli-view-column-name = Name
cli-view-column-shared = Whose
cli-view-column-base = Base
cli-view-column-filter = Filter
cli-view-column-sort = Order
cli-view-column-owner = Made by
cli-view-column-id = Id
cli-view-none = There are no saved views yet.
cli-view-created = View "{ $name }" is saved.
cli-view-deleted = View "{ $name }" is deleted.
cli-view-unknown = There is no view "{ $name }". See: loket view list
cli-view-several = There are several views "{ $name }". Use the id; see: loket view list

## lists: facets, columns, views, advice on the filter

command-list-facets = filter list
command-list-facets-help = Filter by what there is: date, urgency, status, owner, municipality, body, with counts. On 4: what ends when.
command-list-save-view = save view
command-list-save-view-help = Save what the list shows under a name: filter, sorting and columns.
command-list-columns = columns
command-list-columns-help = Choose which columns the list has, and where they stand.
command-filter-mend = mend
command-filter-mend-help = Put into the filter what you probably meant.
command-conflict-next = next
command-conflict-next-help = The next field; in the whole texts a line on.
command-conflict-previous = previous
command-conflict-previous-help = The field before; in the whole texts a line back.
command-conflict-mine = mine
command-conflict-mine-help = What you typed counts in this field.
command-conflict-theirs = theirs
command-conflict-theirs-help = What somebody else wrote counts in this field.
command-conflict-edit = edit
command-conflict-edit-help = Write this field anew in the form, with the other text at hand.
command-conflict-whole = whole
command-conflict-whole-help = The texts of this field whole, or the table again.
command-conflict-save = save
command-conflict-save-help = Save what was chosen.
command-conflict-next-button = button
command-conflict-next-button-help = The next button.
command-conflict-previous-button = previous button
command-conflict-previous-button-help = The button before.
command-conflict-press = choose
command-conflict-press-help = Presses the chosen button; at first that keeps the draft.
command-conflict-close = form
command-conflict-close-help = Back to the form; nothing was decided yet.
command-panel-next = next
command-panel-next-help = The next line.
command-panel-previous = previous
command-panel-previous-help = The previous line.
command-panel-page-down = page down
command-panel-page-down-help = A page down.
command-panel-page-up = page up
command-panel-page-up-help = A page up.
command-panel-first = first
command-panel-first-help = The first line.
command-panel-last = last
command-panel-last-help = The last line.
command-panel-next-group = next group
command-panel-next-group-help = To the next group.
command-panel-previous-group = previous group
command-panel-previous-group-help = To the previous group.
command-panel-toggle = on/off
command-panel-toggle-help = Switch this on or off. The list follows at once.
command-panel-exclude = exclude
command-panel-exclude-help = Leave this out of the list, or no longer.
command-panel-earlier = to the left
command-panel-earlier-help = Move this column to the left.
command-panel-later = to the right
command-panel-later-help = Move this column to the right.
command-panel-reset = step back
command-panel-reset-help = Takes the last change made in this window back; once more: the one before it.
panel-nothing-to-reset = There is nothing left to take back in this window.
command-panel-close = done
command-panel-close-help = Close the window. What you chose stays.
scope-conflict = Two versions
scope-conflict-short = versions
scope-panel = Filter list and columns
scope-panel-short = window
why-other-window = That cannot be done in this window.
why-nothing-to-mend = There is nothing to mend in the filter.
view-strays = changed
view-save = Save this list as…
view-save-letter = s
view-replace = Replace { $name } by this list
view-replace-letter = r
view-rename = Rename or share { $name }
view-rename-letter = n
view-delete = Delete { $name }
view-delete-letter = x
choose-view-replace = Replace { $name } by this list?
view-replace-no = no, leave the view as it is
view-replace-no-letter = n
view-replace-yes = yes, replace it
view-replace-yes-letter = y
choose-view-delete = Delete { $name }?
view-delete-no = no, keep the view
view-delete-no-letter = n
view-delete-yes = yes, delete it
view-delete-yes-letter = y
view-saved = View “{ $name }” is saved.
view-saved-demo = It goes when the demo is closed.
view-replaced = View “{ $name }” is replaced.
view-deleted = View “{ $name }” is deleted.
view-is-gone = This view no longer exists.
view-without-words = without: { $words }
view-whole = without a filter
form-title-view = Save view
form-title-rename-view = View
form-view-name = Name
form-view-name-hint = Saves view, filter, order and columns as they are now. No name or text of a case.
form-view-seen-by = For
form-choice-own = only me
form-choice-shared = everybody of my organisation
sort-title = by subject
sort-bodies = by body
sort-status = by status
sort-received-turned = oldest first
sort-hard-date-turned = latest date, then urgency
sort-ascending = ascending
sort-descending = descending
sort-turn = now; turn round
sort-columns = choose columns…
sort-columns-letter = c
sort-key = { "" } (change: { $key })
column-urgency = Urgency
column-number = Number
column-received = Received
column-title = Subject
column-municipality = Municipality
column-bodies = Bodies
column-hard-date = Hard date
column-owner = Owner
column-status = Status
column-urgency-letter = u
column-number-letter = r
column-received-letter = n
column-title-letter = j
column-municipality-letter = m
column-bodies-letter = b
column-hard-date-letter = d
column-owner-letter = o
column-status-letter = s
column-always = always
column-no-room = on, no room
column-shown = shown
column-off = off
column-stays = This column is always there; moving it works.
column-not-on = Turn this column on first; then you can move it.
columns-title = Columns, from left to right
facets-title = Filters: { $count ->
    [one] 1 signal
   *[other] { $count } signals
}
facets-none = There are no signals to choose from. Close this window and clear the filter.
panel-below = { $count } more
lines-below = ↓ { $count } more { $count ->
        [one] line
       *[other] lines
    }{ $key ->
        [none] {""}
       *[other] {"  "}{ $key }
    }
head-status = Status
head-urgency-sign = {""}
facet-heading-status = Status
facet-heading-municipality = Municipality
facet-heading-body = Body
facet-heading-urgency = Urgency
facet-heading-owner = Owner
facet-heading-date = Hard date
filter-field-status = status
filter-field-municipality = municipality
filter-field-body = body
filter-field-urgency = urgency
filter-field-owner = owner
filter-field-number = number
filter-field-date = date
filter-field-received = date
filter-status-received = received
filter-status-triage = triage
filter-status-waiting = waiting
filter-status-in_progress = progress
filter-status-with_body = body
filter-status-agreed = agreed
filter-status-aftercare = aftercare
filter-status-closed = closed
filter-status-referred = referred
filter-status-out_of_scope = scope
filter-status-withdrawn = withdrawn
filter-value-me = me
filter-value-free = free
filter-value-overdue = overdue
filter-value-today = today
filter-value-tomorrow = tomorrow
filter-value-week = week
filter-value-next-week = next-week
filter-value-later = later
filter-value-none = none
facet-me = me
facet-free = nobody
facet-overdue = overdue
facet-today = today
facet-tomorrow = tomorrow
facet-week = this week, from today
facet-next-week = next week
facet-later = later
facet-none = without a hard date
filter-loose = No signal has exactly these words. These are like them.
filter-closed-too = { $what ->
    [closed] { $count ->
        [one] 1 closed signal fits this filter too
       *[other] { $count } closed signals fit this filter too
    }
   *[outside] { $count ->
        [one] 1 signal outside this view fits this filter too
       *[other] { $count } signals outside this view fit this filter too
    }
}: { $key }, view “all”.
count-closed-too = { "" } + { $count } { $what ->
    [closed] closed
   *[outside] elsewhere
}
advice-field = loket has no field “{ $text }”.{ $near ->
    [none] { " " }Fields are: deadline, municipality, body, status, urgency, owner, number, received. Titles: just type a word.
   *[other] { " " }Do you mean “{ $near }”?
}
advice-board-field = loket does not know the field “{ $text }” here.{ $near ->
    [none] { " " }Fields are: kind, deadline, municipality, body, status, urgency, owner, number, received.
   *[other] { " " }Do you mean “{ $near }”?
}
advice-kind = There is no kind “{ $text }”.{ $near ->
    [none] {""}
   *[other] { " " }Do you mean “{ $near }”?
}
advice-value = There is no { $field } “{ $text }”.{ $near ->
    [none] {""}
   *[other] { " " }Do you mean “{ $near }”?
}
advice-bare = “{ $text }” looks in the text of the signal like this. Do you mean “{ $near }”?
advice-day = “{ $text }” is no day. These are: today, <=7d, <=fri, week, overdue, 2-12, none.
advice-number = “{ $text }” is no number. These are: 471, S-471, 2026-471.
advice-key = { $key } mends it.
### Configuration: settings, doctor, setup

config-not-one-of = The setting "{ $key }" is { $first } or { $last }.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean "{ $near }"?
}
config-not-a-number = The setting "{ $key }" is a whole number from 0 to { $most }.
config-takes-text = Text in quotation marks.
config-takes-file = The path of a file; ~/ is your own folder.
config-takes-number = A whole number up to { $most }.
config-takes-yes-or-no = true or false.
config-takes-one-of = One of: { $words }.
config-variable-since = Variable { $variable }. Since version { $since }.
config-file-head = Configuration of loket. Switch a line on by taking away the hash before it. What counts, strongest first: an option of the command, a variable LOKET_..., this file, { $system }, the default. A mistake never stops loket; "loket config check" tells every mistake with its line.
setting-server = The address of your loket.
setting-exports_folder = The folder that exported files go into. By default: your own folder.
setting-token_file = The file with your token, readable by you alone (chmod 600).
setting-keep_sign_in = A sign-in stays on this computer (readable by you alone). With false it is in memory only and you sign in every time.
setting-language = The language of every text.
setting-theme = What the screen looks like. Shipped: { $names }. A theme of your own is the file themes/NAME.toml beside this file.
setting-keymap = Which key does what. Shipped: { $names }. A keymap of your own is the file keymaps/NAME.toml beside this file.
setting-borders = What lines and marks are drawn with. auto: what the locale of your system and the terminal can show; the Linux console gets ASCII.
setting-hints_delay_ms = After so many milliseconds the keys that may follow the first are shown; 0: never.
setting-lock_after_minutes = Minutes without a key until the screen is covered; 0: never.
setting-read_only = Change nothing from the screen.
setting-keys = Your own keys over the keymap: a table for each group, as "loket keys" names them. Several keys for one command are fine; [] takes them away.
cli-man-configuration = the configuration of loket
cli-man-description = DESCRIPTION
cli-man-settings = SETTINGS
cli-config-set = Set one setting in your configuration; everything else in the file stays
cli-config-set-setting = The name of the setting
cli-config-set-value = The value
cli-config-path = Show where your configuration is
cli-config-schema = Give a JSON schema for editors
cli-config-show-origin = Show where each value comes from too
cli-config-no-place = There is no place for a configuration: set HOME or XDG_CONFIG_HOME to a full path.
cli-config-cannot-set = "{ $key }" cannot be set safely in { $file }: the file is not valid TOML. "loket config check" points at the place.
cli-config-set-done = { $file }: { $line }

### Rows: what a list holds back, ranges, actions on many, going on where you were

command-list-mark-range = range
command-list-mark-range-help = Begin a range at the cursor; moving stretches it, pressing again ends it.
command-list-zoom = whole screen
command-list-zoom-help = Give the list, or the open signal, the whole screen; again puts it back.
command-global-failed = what failed
command-global-failed-help = What the last action on several signals could not do, each with its reason.
held-new = { $count } new{ $crisis ->
        [0] {""}
       *[other] {" "}({ $crisis } crisis)
    }, { $key } shows
held-new-short = { $count } new, { $key }
held-moved-short = { $key } sorts
held-left-short = { $key } leaves out
held-moved = order of before, { $key } sorts anew
held-left = fits no longer (~), { $key } leaves it out
held-dropped = { $count ->
        [one] One signal no longer fits view or filter and is
       *[other] { $count } signals no longer fit view or filter and are
    } left out; the view “all” without a filter shows everything.
held-shown = { $count ->
        [one] The signal that came in is
       *[other] The { $count } signals that came in are
    } in the list now.
hint-unmark = unmark
foot-marks = { $count ->
        [one] A command is for the marked signal
       *[other] A command is for the { $count } marked signals
    }{ $outside ->
        [0] .
       *[other] ; { $outside } of them { $outside ->
            [one] is
           *[other] are
        } outside this list.
    }
foot-range = Range of { $count }: move to stretch it, { $end } ends it, { $back } lets go.
progress = { $answered } of { $all } signals changed; { $key } stops.
progress-stopping = Stopped. Waiting for what was under way.
done-conflicts = { $count ->
        [one] 1 changed by somebody else meanwhile
       *[other] { $count } changed by somebody else meanwhile
    }
done-refused = { $count } not
done-not-begun = { $count } not begun
done-kept = { $count ->
    [one] 1 waits to be sent
   *[other] { $count } wait to be sent
}
done-rest-marked = ; what failed is still marked
choose-failed = Failed: { $count ->
        [one] 1 signal
       *[other] { $count } signals
    }
nothing-failed = The last action left nothing undone.
why-whole-screen = This signal fills the screen already.
choose-many = { $what }: are you sure?
closing-date = The hard date is { $day }.
closing-call-back = A call back was promised for { $day } ({ $with }); that lapses.
closing-call-backs = { $count ->
        [one] For 1 a call back was promised; that lapses.
       *[other] For { $count } a call back was promised; that lapses.
    }
lookup-type-first = Type a name first, or choose with ↓: Enter copies the number of who stands there then.
lookup-enter-again = Type a name first, or press Enter once more for the number of { $name }.
menu-typed = typed: { $typed }
menu-nothing = Nothing begins with “{ $typed }”.
facets-nothing = No value begins with “{ $typed }”: 0 within the filter.
many-no = No, change nothing
many-no-letter = n
choose-held = { $held } of { $all } { $held ->
        [one] belongs
       *[other] belong
    } to somebody else: { $names }
many-rest = { $count ->
        [one] Only the one that nobody else holds
       *[other] Only the { $count } that nobody else holds
    }
many-rest-letter = r
many-left = { $count ->
        [one] 1 other not changed (held by { $names }), still marked
       *[other] { $count } others not changed (held by { $names }), still marked
    }
many-yes = Yes, for all { $count }
many-yes-letter = y
close-no = Cancel
close-no-letter = c
closing-none-held = None of them is held by somebody else.
closing-dates = { $count ->
        [0] None has a hard date that has passed or falls within a week.
        [one] 1 has a hard date that has passed or falls within a week.
       *[other] { $count } have a hard date that has passed or falls within a week.
    }
already-claim = { $count ->
        [one] 1 was yours already
       *[other] { $count } were yours already
    }
already-release = { $count ->
        [one] 1 was free already
       *[other] { $count } were free already
    }
already-urgency = { $count ->
        [one] 1 had that urgency already
       *[other] { $count } had that urgency already
    }
already-status = { $count ->
        [one] 1 had that status already
       *[other] { $count } had that status already
    }
marks-let-go = { $count } marked, { $outside } outside this list let go
place-unreadable = Where you were cannot be read; you begin at the start.
setting-auto_advance = Go to the next signal once you release or close one from the list.
setting-resume = Begin where you were: pane, view, filter, order and signal. Kept on this computer, encrypted.
setting-keep_drafts = Keep drafts, and what waits to be sent, on this computer (encrypted). false: in memory only, until you close loket; then it is asked before text goes, and loket does not begin where you were. Counts from the next start.
reload-done = Your settings were read again and count now.
reload-mended = The mistake is mended; your settings count again as the file has them.
reload-later = Your settings were read again. Another address or token counts when you start loket again.
reload-broken = Not taken over, the old still counts. { $what }
cli-doctor = Look at terminal, keys, files and server, with the next step for every fault. The report can go into a ticket: it holds nothing of a case, no name and no token
cli-doctor-keys = Press keys and see what comes in
cli-doctor-clipboard = Try whether copying works
doctor-group-terminal = Terminal
doctor-group-configuration = Configuration
doctor-group-state = Kept on this machine
doctor-group-server = Server
doctor-ok = ok
doctor-untested = not tested
doctor-attention = note
doctor-fault = fault
doctor-yes = yes
doctor-no = no
doctor-sum = { $faults ->
    [0] No faults
    [one] 1 fault
   *[other] { $faults } faults
}, { $attentions ->
    [one] 1 note
   *[other] { $attentions } notes
}{ $untested ->
    [0] {""}
   *[other] , { $untested } not tested
}.
doctor-term = kind
doctor-term-none = This is no terminal: only what can be seen without one stands here.
doctor-term-dumb = Set TERM to what your terminal is, such as xterm-256color. Without it loket cannot draw a screen.
doctor-between = in between
doctor-between-nothing = nothing
doctor-size = window
doctor-size-found = { $width } by { $height }
doctor-size-unknown = unknown
doctor-size-small = Make the window larger: loket needs at least { $width } by { $height }.
doctor-locale = locale
doctor-locale-none = not set
doctor-locale-ascii = Without UTF-8 loket draws lines in ASCII and names may show question marks. Set LANG to a locale with UTF-8, such as C.UTF-8.
doctor-colours = colours
doctor-colours-refused = none (NO_COLOR)
doctor-colours-none = none
doctor-colours-sixteen = 16
doctor-colours-palette = 256
doctor-colours-true = all
doctor-answers = answers
doctor-answers-none = Your terminal answers no questions; the width of characters was not measured. loket itself asks your terminal nothing.
doctor-synchronised = picture at once
doctor-synchronised-no = no; a large screen may be seen to build up
doctor-glyphs = marks of loket
doctor-glyphs-good = { $count } marks, one column each
doctor-glyphs-unknown = not measured
doctor-glyphs-wrong = These marks do not take one column, so columns shift. Set borders = "ascii", or have your terminal draw ambiguous characters narrow.
doctor-wide = other characters
doctor-wide-wrong = Your terminal measures widths differently from loket: a line with such a character may shift. Choose a terminal or font with a recent Unicode.
doctor-clipboard = copying
doctor-clipboard-how = Try it with "loket doctor --clipboard": that replaces what is on your clipboard now.
doctor-clipboard-tmux = In tmux this is needed: set -g set-clipboard on. Then try "loket doctor --clipboard".
doctor-clipboard-question = "{ $text }" was sent to the clipboard of your terminal. Paste it here and press Enter.
doctor-clipboard-works = Copying works.
doctor-clipboard-advice = Copying does not arrive. Allow OSC 52 in your terminal (PuTTY cannot); loket always shows on the screen what it copies.
doctor-keys = keys
doctor-keys-how = "loket doctor --keys" shows which keys arrive.
doctor-keys-head = Keymap { $name }. Press keys; press Esc twice to stop.
doctor-keys-missing = Not seen of this keymap: { $keys }. What you did press and is not listed above, your terminal does not send. Every command is also in the list behind Ctrl+K.
doctor-keys-paste = pasted, { $count } characters
doctor-keys-focus = window
doctor-keys-unknown = unknown
doctor-needs-terminal = This only works in a terminal.
doctor-file = your file
doctor-file-none = { $file } is not there; the defaults count
doctor-file-system = of this machine
doctor-mistake = mistake in file
doctor-mistake-next = Correct the line; "loket config check" shows it in its place. Until then what was without this line counts.
doctor-chosen = in use
doctor-token = token
doctor-signed-in = signed in at { $issuer } since { $since }
doctor-token-none = You are not signed in and there is no token. Sign in with "loket login". Without a provider your administrator makes a token with "loket token create"; name the file with it in token_file.
doctor-token-unusable = This file cannot be used. It must be there and be readable by yourself only (chmod 600).
doctor-folder = folder
doctor-folder-none = Set HOME or XDG_STATE_HOME to a full path: without a folder loket keeps no drafts.
doctor-folder-later = { $folder } is made with the first draft
doctor-folder-unwritable = Nothing can be written here: drafts get lost. Make the folder your own (chown) and writable, or make room on the disk.
doctor-folder-open = Others on this machine can look into this folder; what is in it is encrypted. Close it with chmod 700.
doctor-panics = internal errors
doctor-panics-found = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
doctor-panics-next = Send the files panic-*.log of this folder to your administrator; they hold no text of a case.
doctor-drafts = drafts
doctor-waiting = not confirmed
doctor-waiting-next = This is kept but not confirmed by the server yet. Open loket with a connection: it is then sent once by itself.
doctor-refused = refused
doctor-refused-next = The server did not take this; it stays kept. Open loket and look at it.
doctor-unreadable = unreadable
doctor-unreadable-next = These files are damaged or of another key. They stay; ask your administrator.
doctor-address = address
doctor-address-none = No server is set: "loket" helps you with it, or "loket config set server ADDRESS". To try things out there is "loket demo".
doctor-reachable = reachable
doctor-reachable-not-ready = yes, but it cannot take requests now
doctor-reachable-next = Wait a moment; if it stays so, tell the administrator.
doctor-version = API version
doctor-version-next = This loket does not fit the server. Ask your administrator for the same version.
doctor-protection = protection
doctor-protection-unseen = The connection cannot be looked at directly, for example behind a proxy. Whether it is safe loket checks with every request.
doctor-certificate = certificate
doctor-certificate-until = valid up to and including { $date } ({ $days } days)
doctor-certificate-next = The certificate is about to end. Tell the administrator of the server.
doctor-clock = clock
doctor-clock-unknown = the server tells no time
doctor-clock-same = the same as the server's
doctor-clock-ahead = { $seconds } seconds ahead of the server
doctor-clock-behind = { $seconds } seconds behind the server
doctor-clock-next = Set the clock of this machine (NTP). loket always counts terms with the server's clock.
doctor-account = signed in as
doctor-sample = sample
doctor-bold = bold
doctor-dim = dim
doctor-underlined = underlined
doctor-reversed = reversed
sign-in-head = Sign in
sign-in-before-ended = Your session has ended. Sign in again.
sign-in-before-ended-text = What you were typing was kept as a draft.
sign-in-before-ended-unkept = Your session has ended. Sign in again.
sign-in-before-ended-unkept-text = Mind: what you typed last could not be kept as a draft.
sign-in-before-unheard = You are signed out on this computer.
sign-in-before-unheard-text = The server or the provider did not hear it. If in doubt, ask your administrator to end your session.
sign-in-server = Server
sign-in-asking = Asking the server and the provider…
sign-in-how = Open this address in a browser at your desk, enter the code and approve:
sign-in-open = Open
sign-in-code = Code
sign-in-waiting = Waiting for approval  { $bar }  code good for { $time }
sign-in-warning = This is for loket on { $machine }. Never enter a code you did not ask for yourself: whoever sends you one wants to get in under your name.
sign-in-kept = The sign-in stays on this computer, in a file that only you can read (0600).
sign-in-not-kept = The sign-in is in memory only: next time you sign in again.
sign-in-key-code = copy code
sign-in-key-link = copy address
sign-in-key-anew = again
sign-in-key-quit = stop
sign-in-no-provider = This server has no provider to sign in at.
sign-in-no-provider-advice = Ask your administrator for a token, put it in a file and name it with token_file.
sign-in-local = At this server you sign in with a passphrase and a code.
sign-in-local-advice = Close loket, sign in with "loket login", and start loket again. The first time: "loket login --set-up".
sign-in-no-device = The provider does not let anybody sign in by a code.
sign-in-no-device-advice = Use "loket login" on a computer with a browser.
sign-in-denied = The sign-in was refused.
sign-in-denied-advice = Was that a mistake? Then ask for a new code.
sign-in-expired = The code is over.
sign-in-expired-advice = Ask for a new code.
sign-in-unkept-advice = Make room or mend the folder, or set keep_sign_in = false: then the sign-in stays in memory.
sign-out-unsent = Something is still on its way to the server. Wait a moment, then sign out.
cli-session-ended = Your session has ended. Sign in again with "loket login".
cli-session-ended-unkept = Your session has ended. Mind: what you typed last could not be kept as a draft.
why-token = You work with a token: there is no sign-in to end
command-global-sign-out = sign out
command-global-sign-out-help = Sign out: nothing of the server is shown until somebody signs in.
command-global-sign-out-also = log out logout end session leave
command-global-setup = set up
command-global-setup-help = Set loket up again: server, signing in, keys and language.
setup-head = setting up
setup-progress = step { $step } of { $steps }
setup-only-server = Only the address of your loket is missing; the rest is in { $file }.
setup-saved = Saved in { $file }.
setup-key-move = choose
setup-key-choose = settle
setup-key-on = go on
setup-key-try = try
setup-key-skip = skip
setup-key-back = back
setup-key-finish = to the end
setup-key-return = back to the step
setup-language = language
setup-language-title = Which language do you speak?
setup-language-text = This counts for every text of loket. The keys are the same in both languages.
setup-server = server
setup-server-title = Where is your loket?
setup-server-text = Ask your administrator for the address. To look around first, choose the demo.
setup-server-demo = demo
setup-server-demo-note = invented data, on this machine
setup-server-own = address
setup-trying = Trying the server…
setup-reached = This is a loket (API { $version }). Enter goes on.
setup-signed-in = Signed in as { $name }, { $role }. Enter goes on.
setup-sign-in = signing in
setup-sign-in-title = Who are you?
setup-sign-in-text = Leave this empty if your organisation has a sign-in: the next screen asks for it. Otherwise your administrator gives you a token ("loket token create"); it goes into a file that only you can read.
setup-sign-in-token = token
setup-sign-in-known = leave empty: { $from } still counts
setup-sign-in-demo = The demo needs no signing in.
setup-keymap = keys
setup-keymap-title = Which keys do you want?
setup-keymap-text = Arrows and Enter always work; below is the rest.
setup-keymap-standaard = daily work: each letter is a command
setup-keymap-vim = for those who know vim: h j k l and counts
setup-keymap-office = now and then: F keys, letters search
setup-clipboard = copying
setup-clipboard-title = Does copying arrive?
setup-clipboard-text = loket copies through your terminal, over SSH too. Only pasting shows whether that works; loket never reads your clipboard.
setup-clipboard-try = Put "{ $text }" on the clipboard; what is there goes
setup-clipboard-question = "{ $text }" was sent. Paste it now, here or in another window. Does it say "{ $text }"?
setup-clipboard-yes = yes, that is there
setup-clipboard-no = no, something else or nothing
setup-clipboard-works = Copying works. Enter goes on.
setup-clipboard-fails = Copying does not arrive. Allow OSC 52 in your terminal; in tmux: set -g set-clipboard on; PuTTY cannot do it. What loket copies is always on the screen too. Enter goes on.
setup-keys = key test
setup-keys-title = Do your keys arrive?
setup-keys-text = Press the keys below; what arrives gets a tick. What gets none is held back by your terminal: that command is in the list behind Ctrl+K too.
setup-finish = ready
setup-finish-title = Ready to begin
setup-finish-text = This is saved in { $file }, readable only by you. To do it again later: the command "set up".
setup-unreached = not reached
setup-untried = not tested
setup-copies = works
setup-copies-not = does not arrive
setup-end-begin = save and begin
setup-end-demo = save and open the demo (later: loket demo)
setup-end-stop = save and quit
setup-end-save = save
setup-end-leave = quit without saving
setup-end-close = close without saving
setup-no-state = There is no folder for the token: set HOME or XDG_STATE_HOME to a full path.

# Setting up: the address of the server, and keys that other programs taught.
setup-server-meant = Do you mean { $address }? Enter takes it.
setup-server-empty = There is no address yet.
setup-server-empty-advice = Type the address of your loket, or choose the demo with ↑. Tab skips this step.
setup-server-advice = An address looks like https://loket.utrecht.nl. Your administrator knows it.
setup-wrong-server-advice = Check the address. A sign-in page of the network or a proxy may stand in between.
setup-help = Follow the steps. Tab skips, Shift+Tab goes back, Esc goes to the end.
habit-paste = Pasting: Ctrl+Shift+V, Shift+Insert or the right mouse button.
habit-select = Text is chosen and copied with the mouse of your terminal. { $key } deletes a line.
habit-range = Choosing more rows: { $key } begins a range, ↓ and ↑ lengthen it, Enter fixes it.
choose-municipality = Which municipality?

# Help: signs and words of the filter; lines.
legend = Signs
legend-crisis = queue: crisis; deadlines: today or tomorrow
legend-high = queue: high urgency; deadlines: within a week
legend-past = deadlines: the date has passed
legend-still = deadlines: stands still by a time-out that rests on an act
legend-ended = the time-out runs no more: ended, resumed or lapsed
legend-normal = queue: normal urgency
legend-low = queue, no sign: low urgency
legend-marked = marked: a command counts for all that are marked
legend-left = no longer fits what the list shows, and stays until you refresh the list
legend-uncertain = behind a date: it must still be confirmed
legend-fresh = register: verified less than half a year ago
legend-ageing = register: verified half a year to a year ago
legend-stale = register: verified longer ago, or never
legend-typo = found with a slip in it
legend-more = LET: waits for somebody else, or changed after fixing
legend-tabs = The number beside a tab
legend-tab-signals = open signals that nobody works on yet; the list counts what it shows, also what somebody else has
legend-words = Words on this tab
legend-word-present-said = present
legend-word-present = colleagues who have a signal open now: “viewing”, or “editing” when somebody types in it
legend-word-held-moved-said = order of before
legend-word-held-moved = something was changed since; rows stay where they are until you sort them anew
legend-word-lacks-said = lacks 7
legend-word-lacks = so much is still missing before the item is ready; what exactly stands in the item
legend-word-as-of-said = as of
legend-word-as-of = the day from which the days left are counted: today, by the server
legend-word-extended-said = extended
legend-word-extended = so often the time-out got a later last day
legend-word-safe-said = at the latest
legend-word-safe = the day to go by; with a time-out it may take longer
legend-tab-agenda = proposed cases, on no agenda yet
legend-tab-board = “overdue” and “today” of the list together; a message “New:” counts only the warnings that came today, also for later
legend-filter = What you can type into the filter
legend-filter-words-typed = huur breda
legend-filter-words = words in any order, of title, municipality, body or owner
legend-filter-field-typed = gemeente:breda
legend-filter-field = a field: municipality, body, status, urgency, owner, deadline
legend-filter-several-typed = status:waiting,triage
legend-filter-several = one of the two; a value of several words needs no quotes: status:waiting for information
legend-filter-day-typed = deadline:<=fr
legend-filter-day = on or before that day; also < > >= and a date such as 2-12
legend-filter-days-typed = deadline:14d
legend-filter-days = within 14 days, or overdue already
legend-filter-without-typed = -body:uwv
legend-filter-without = just not
legend-filter-board-words-typed = objection breda
legend-filter-board-words = words in any order: what ends, article, body, title, municipality, owner
legend-filter-board-kind-typed = kind:commitment
legend-filter-board-kind = also objection, time-out (suspended), threat, moratorium, bridging, norm, snooze, callback, proposal
legend-filter-board-field-typed = body:uwv
legend-filter-board-field = of the deadline: body, deadline; of the signal: municipality, status, urgency, owner
legend-template = Make a template of your own (templates)
legend-template-make = With a text program make this file:
legend-template-file = { $folder }/own.toml
legend-template-put = and put into it, for example:
legend-template-name = [callback]
legend-template-title = title = "Call back"
legend-template-text = text = "Spoke with {"{"}name{"}"} about {"{"}case{"}"}, calling back before {"{"}term{"}"}."
legend-template-end = Start loket again; then type ::callback in a text field, and Enter.
legend-template-fills = What loket fills in: case, title, reporter, name, municipality, body, bodies, term, date, me
help-no-key = The key { $typed } does nothing in this keymap.
why-yours-already = You have this signal already; it stays so as long as you work on it.
column-as-sign = on, as a sign
doubt-phone = { $field }: this does not look like a whole telephone number. It can be saved.
doubt-mail = { $field }: this does not look like a mail address. It can be saved.
doubt-also = Look also at: { $fields }.
plain-key = { $key } is a key. Type the command itself here: { $word }.
plain-key-unbound = { $key } is a key and does nothing here. Type ? for what you can do here.
plain-nothing-changed = Nothing changes here by that. Type ? for what you can do.

## also: what somebody types who looks for a command by another name; searched, shown nowhere

command-signal-claim-also = takeover take pick up assign own handle accept my name
command-signal-release-also = let go give back unassign drop
command-signal-contact-also = telephone conversation contact moment call back called
command-signal-correct-contact-also = repair mend contact moment telephone wrong mistake reached withdraw
command-signal-edit-signal-also = reporter municipality body title account name telephone decision date hard threat correct mend edit wrong mistake
command-signal-note-also = remark comment write text memo
command-signal-note-editor-also = remark comment vim nano emacs write
command-signal-urgency-also = change reason why priority rush crisis high low urgent
command-signal-status-also = wait waiting change phase progress close finish refer reopen done
command-signal-triage = triage
command-signal-triage-help = Show what triage asks and what the signal says already, and fill in each part: life domains, positions, attempts, ground, plan, documents.
command-signal-triage-also = file domains position positions stalemate tried ground grounds plan step documents document attachment questions result assess intake
command-signal-close = close
command-signal-close-help = Close the case: choose how it ended, and write down what was achieved, the legal room and the budget that were used.
command-signal-close-also = done finish settle outcome end result budget hardship refer withdrawn
command-signal-copy-number-also = case number reference id clipboard
command-signal-copy-phone-also = number reporter clipboard call
command-signal-copy-mail-also = email address reporter clipboard
command-signal-copy-link-also = url share clipboard
command-signal-links-also = url website internet page
command-list-down-also = lower next
command-list-up-also = higher previous
command-list-half-down-also = scroll
command-list-half-up-also = scroll
command-list-page-down-also = scroll
command-list-page-up-also = scroll
command-list-top-also = first start home
command-list-bottom-also = last finish
command-list-open-also = view read show details
command-list-mark-also = select tick check multiple bulk
command-list-mark-range-also = mark select from to multiple bulk
command-list-mark-all-also = select everything multiple bulk deselect
command-list-filter-also = search find narrow query
command-list-match-next-also = search find again
command-list-match-previous-also = search find back
command-list-facets-also = facets filter counts group overview search suspended
command-list-view-also = work overview tab list mine open all call back
command-list-save-view-also = save filter search overview share keep
command-list-sort-also = sort order arrange rank
command-list-columns-also = fields hide show width
command-list-preview-also = hide pane side panel details
command-list-zoom-also = hide full large enlarge maximise maximize
command-list-actions-also = actions menu options context right click
command-global-new-signal-also = add create enter intake report telephone case
command-global-lookup-also = find person officer contact phone number address book mandate
command-global-pane-signals-also = list queue cases reports tab
command-global-pane-register-also = address book contacts officers phone book mandates tab
command-global-undo-also = take back revert mistake
command-global-redo-also = repeat once more
command-global-history-also = history log actions take back undo
command-global-failed-also = errors conflict
command-global-refresh-also = reload renew update
command-global-redraw-also = screen clean broken garbage
command-global-help-also = explain manual keys shortcuts question
command-global-palette-also = menu search command run everything
command-global-drafts-also = scratch notepad draft restore saved text back unfinished go on continue
command-global-lock-also = hide privacy pause screen cover
command-global-mouse-also = click point touchpad scroll select
command-global-read-only-also = look nothing changes write edit lock viewing
command-global-keymap-also = shortcuts keyboard layout settings
command-global-language-also = dutch english translate settings
command-global-theme-also = theme contrast dark light appearance look settings
command-global-setup-also = settings configuration options preferences server token
command-global-back-also = close cancel escape
command-global-cancel-also = stop interrupt abort
command-global-quit-also = exit close log out sign off end leave
command-detail-next-item-also = forward
command-detail-previous-item-also = back
command-detail-reveal-also = phone reporter mail reach call number reference household shielded hidden reveal unmask
command-lookup-accept-also = clipboard call number
command-lookup-copy-menu-also = clipboard mail name phone
command-lookup-open-card-also = view show details
command-lookup-next-also = down
command-lookup-previous-also = up
command-lookup-to-card-also = details view
command-lookup-confirm-also = verified checked correct
command-lookup-report-also = error mistake outdated correction
command-card-phone-also = clipboard call number
command-card-mail-also = clipboard email address
command-card-name-also = clipboard
command-card-all-also = clipboard business card details
command-card-to-search-also = back query
command-card-confirm-also = verified checked correct
command-card-report-also = error mistake outdated correction
command-card-edit-also = change edit absent deputy end date
command-card-history-also = changes log earlier
command-card-export-also = vcard address book contact
command-card-page-down-also = scroll
command-card-page-up-also = scroll
command-card-qr-also = mobile camera scan number call
command-card-tasks-also = tasks editor errors
command-filter-keep-also = confirm done
command-filter-clear-also = empty remove cancel
command-filter-mend-also = fix typo suggestion complete
command-menu-next-also = down
command-menu-previous-also = up
command-menu-first-also = top start home
command-menu-last-also = bottom end
command-menu-pick-also = confirm ok select
command-menu-close-also = cancel back
command-conflict-next-also = down
command-conflict-previous-also = up
command-conflict-mine-also = my own me
command-conflict-theirs-also = other colleague
command-conflict-edit-also = change merge own
command-conflict-whole-also = difference full read
command-conflict-save-also = merge keep
command-conflict-next-button-also = on
command-conflict-previous-button-also = back
command-conflict-press-also = choose ok
command-conflict-close-also = close back
command-panel-next-also = down
command-panel-previous-also = up
command-panel-page-down-also = scroll
command-panel-page-up-also = scroll
command-panel-first-also = top start home
command-panel-last-also = bottom end
command-panel-next-group-also = jump
command-panel-previous-group-also = jump
command-panel-toggle-also = tick check select hide show
command-panel-exclude-also = leave out hide not without
command-panel-earlier-also = move shift order
command-panel-later-also = move shift order
command-panel-reset-also = restore undo cancel
command-panel-close-also = ok confirm back
command-finder-next-also = down
command-finder-previous-also = up
command-finder-page-down-also = scroll
command-finder-page-up-also = scroll
command-finder-run-also = ok confirm start
command-finder-close-also = cancel back
command-text-submit-also = save send ok done
command-text-enter-also = ok confirm next
command-text-next-field-also = forward tab
command-text-previous-field-also = back tab
command-text-newline-also = paragraph line break return
command-text-backspace-also = delete remove
command-text-delete-next-also = remove
command-text-delete-word-also = remove
command-text-delete-line-also = remove clear
command-text-delete-word-next-also = remove
command-text-delete-to-start-also = remove
command-text-delete-to-end-also = remove
command-text-undo-also = revert take back mistake
command-text-redo-also = repeat once more
command-text-left-also = character cursor
command-text-right-also = character cursor
command-text-cursor-up-also = cursor
command-text-cursor-down-also = cursor
command-text-home-also = first
command-text-end-also = last
command-text-word-left-also = jump cursor
command-text-word-right-also = jump cursor
command-text-text-start-also = top first
command-text-text-end-also = bottom last
command-text-page-up-also = scroll
command-text-page-down-also = scroll
command-text-template-also = own make templates standard text snippet insert
command-text-editor-also = vim nano emacs large window external
command-text-leave-also = cancel back escape draft
## drafts: not readable, whose, and out of an editor

drafts-not-readable = { $count ->
    [one] 1 draft cannot be read. It stays in { $folder }.
   *[other] { $count } drafts cannot be read. They stay in { $folder }.
}
drafts-none-readable = There is no draft that can be read.
drafts-of-nobody = unknown whose
draft-of-nobody = It is not known who typed this draft. Read it before you save it.
sheet-stays = A text from an editor could not become a draft. It stays in { $path }.
editor-converted = The editor saved the text as { $encoding }, not as UTF-8. The text was converted: check letters with accents.
editor-converted-left-out = The editor saved the text as { $encoding }, not as UTF-8. The text was converted: check letters with accents. Characters left out: { $count }.
## time-outs: time-outs, proposals for a second person, the board of terms
problem-not-possible-now = This is not possible now.
problem-not-possible-now-advice = The reason stands with it. Look again how things are now.
fault-not-a-municipality = Only a municipality decides about a time-out.
fault-not-a-national-body = A time-out can only suspend a decision of a national body.
fault-no-such-decision = This decision does not stand so in the signal (any more). Read the signal again.
fault-overlaps = This decision is suspended already, or proposed to be, from { $value }. Never twice at once.
fault-suspended-elsewhere = Another case has a time-out of this decision already. Talk to the loket about it.
fault-time-out-over = This time-out is over: nothing can happen to it any more.
fault-time-out-not-begun = This time-out has not begun: another person must confirm it first.
fault-after-the-end = The last day, { $value }, has passed.
fault-beyond-maximum = The municipality's decision goes no further than { $value }.
fault-not-later = Choose a day after { $value }.
fault-outside-time-out = This day lies outside the time-out, which runs from { $value }.
fault-proposal-pending = A proposal waits for a second person already. Have it confirmed, rejected or withdrawn first.
fault-emergency-used = This decision had an emergency start that nobody confirmed. Now a second person is needed.
fault-emergency-not-today = An emergency starts today, { $value }.
fault-in-the-future = { $value } lies in the future.
fault-same-person = You proposed this yourself: you may withdraw it, somebody else confirms or rejects it. Of a time-out that is another member of the desk or somebody of the municipality that decides, of a meeting also the secretariat of the LET.
fault-anothers-proposal = Only who proposed this can withdraw it. You may reject it.
fault-proposal-expired = This proposal expired: nobody confirmed it in time.
fault-proposal-settled = This proposal was settled already.
fault-other-than-shown = You confirm something else than what is proposed. Look at the proposal again.
fault-subject-changed = What is proposed no longer fits how things are now. Withdraw it and propose it again.
time-out-no-statute = No act is the ground of this time-out. Go by the safe end.
time-out-term-unsure = It is not sure which rule applies, or when the decision was made known. The earliest day was taken.
time-out-lapse = If nothing happens, the decision works again from { $day }.
deadline-lapse-objection = After { $day } an objection is no longer considered on its merits, unless the delay is excusable (Awb 6:11).
deadline-lapse-threat = This happens on { $day }, unless it is stopped.
deadline-lapse-norm = After { $day } the desk did not react in time.
deadline-lapse-snooze = From { $day } the case is back in the queue.
deadline-lapse-proposal = After { $day } the proposal expires: nothing changes then.
deadline-lapse-moratorium = After { $day } creditors may recover again.
deadline-lapse-bridging = On { $day } it must be settled who pays for the bridging.
deadline-lapse-commitment = After { $day } the commitment is late.
deadline-lapse-time-out = After { $day } the decision works again.
time-out-state-proposed = proposed
time-out-state-running = running
time-out-state-extended = running, extended
time-out-state-resumed = resumed
time-out-state-lapsed = lapsed
time-out-state-ended = ended
time-out-state-stopped = stopped
clock-over = This time-out runs no more: the decision works again, or is off. Refresh, and the row goes.
time-out-state-not-started = not started
time-out-reach-effect = effect
time-out-reach-objection-term = objection term
time-out-reach-both = effect and objection term
time-out-ground-wet = act
time-out-ground-toezegging = promise of the body
time-out-ground-pilotafspraak = pilot agreement
time-out-ground-geen = none
time-out-ending-solution = solution
time-out-ending-withdrawn = decision withdrawn
time-out-ending-changed = decision changed
time-out-verb-extend = extend
time-out-verb-resume = resume
time-out-verb-end = end
time-out-verb-tell-body = tell the body
time-out-verb-body-confirmed = confirmation by the body
time-out-move-proposed = proposed
time-out-move-emergency-started = emergency start by one person
time-out-move-confirmed = confirmed
time-out-move-rejected = rejected
time-out-move-withdrawn = withdrawn
time-out-move-told-body = told the body
time-out-move-body-confirmed = confirmed by the body
time-out-move-expired = expired, nobody confirmed it in time
confirmed-action-start-time-out = suspend
confirmed-action-extend-time-out = extend
confirmed-action-resume-time-out = resume
confirmed-action-end-time-out = end
confirmation-state-proposed = proposed
confirmation-state-confirmed = confirmed
confirmation-state-rejected = rejected
confirmation-state-withdrawn = withdrawn
confirmation-state-expired = expired
deadline-kind-objection = objection term
deadline-kind-time-out = time-out
deadline-kind-threat = threat
deadline-kind-moratorium = moratorium
deadline-kind-bridging = bridging
deadline-kind-commitment = commitment
deadline-kind-norm = service norm
deadline-kind-snooze = snoozed until
deadline-kind-proposal = proposal
lane-overdue = overdue
lane-today = today
lane-this-week = this week
lane-next-week = next week
lane-later = later
lane-standing-still = standing still
cli-time-out = Time-outs, what is proposed about them, and which dates come near
cli-time-out-list = List the time-outs that run or are proposed, by last day
cli-time-out-list-all = Those that are over too
cli-time-out-list-week = Only those that end this week, up to and including Sunday
cli-time-out-list-until = Only those that end on or before this day
cli-time-out-list-signal = Only those of this signal
cli-time-out-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-time-out-show = Show one time-out with its dates, the explanation and what happened; the read is logged
cli-time-out-show-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-propose = Propose a time-out; another confirms it
cli-time-out-propose-number = Number of the signal
cli-time-out-propose-decision = Which decision of the signal, counted from 1
cli-time-out-propose-decider = The municipality that decided (GM0344)
cli-time-out-propose-decided-by = Who decided there: the function, no name
cli-time-out-propose-decided-on = Day of the municipality's decision
cli-time-out-propose-mandate = Mandate
cli-time-out-propose-reference = Reference of the municipality's decision
cli-time-out-propose-ground = Ground: { $values }
cli-time-out-propose-reach = Reach: { $values }
cli-time-out-propose-from = First suspended day
cli-time-out-propose-through = Last suspended day (included)
cli-time-out-propose-maximum = Last day that extensions may reach
cli-time-out-propose-emergency = Emergency: start now, for one working day; another confirms after
cli-time-out-extend = Propose a later last day
cli-time-out-extend-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-extend-through = New last suspended day (included)
cli-time-out-extend-decided-on = Day of the municipality's decision
cli-time-out-extend-reference = Reference of that decision
cli-time-out-extend-reason = Why; no text about a household
cli-time-out-resume = Propose that the decision works again
cli-time-out-resume-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-resume-from = From this day
cli-time-out-resume-reason = Why; no text about a household
cli-time-out-end = Propose to end the time-out
cli-time-out-end-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-end-from = From this day the decision is no longer suspended
cli-time-out-end-ending = What made it so: { $values }
cli-time-out-end-reason = Why; no text about a household
cli-time-out-tell-body = Note when the body was told
cli-time-out-tell-body-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-tell-body-on = The day
cli-time-out-body-confirmed = Note when the body confirmed it
cli-time-out-body-confirmed-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-body-confirmed-on = The day
cli-time-out-confirm = Look at what another proposed, and confirm it with --hash
cli-time-out-confirm-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-confirm-hash = Confirm exactly what has this hash; without it the command shows what is proposed
cli-time-out-reject = Reject what another proposed
cli-time-out-reject-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-reject-reason = Why; no text about a household
cli-time-out-withdraw = Withdraw what you proposed yourself
cli-time-out-withdraw-which = Id of the time-out, or the number of a signal with one that is open
cli-time-out-withdraw-reason = Why; no text about a household
cli-time-out-due = Show which dates come near or have passed; for cron with --json
cli-time-out-due-days = So many days ahead
cli-time-out-due-mine = Only of signals that you have claimed
attention-alarm = { $kind ->
        [objection] { $number }: the objection term
        [time_out] { $number }: the time-out
        [threat] { $number }: the hard date
        [moratorium] { $number }: the moratorium
        [bridging] { $number }: the bridging
        [commitment] { $number }: a commitment
        [norm] { $number }: the service norm
        [snooze] { $number }: the snooze
        [call_back] { $number }: a call back
       *[proposal] { $number }: a proposal
    } { $mark ->
        [overdue] is past: { $day }.
        [today] { $kind ->
            [threat] is today: { $day }.
           *[objection] ends today: { $day }.
        }
       *[other] { $kind ->
            [threat] is { $day }.
            [call_back] on { $day }.
            [snooze] lasts until { $day }.
            [norm] is { $day }.
           *[objection] ends on { $day }.
        }
    }
attention-alarm-several = { $lane ->
        [overdue] New: { $count } deadlines have just passed.
        [some-overdue] New: { $count } warnings; { $passed ->
            [one] 1 deadline has just passed: { $day }.
           *[other] { $passed } deadlines have just passed, first { $day }.
        }
        [today] New: { $count } deadlines end today.
        [this-week] New: { $count } deadlines end this week.
       *[other] New: { $count } deadlines end soon; the first on { $day }.
    }
calendar-name = Deadlines of the desk
calendar-both-ends = Safe end { $safe }; with the time-out { $end }.
calendar-proposed = Proposed: waits for a second person up to and including { $day }.
calendar-uncertain = Uncertain: the rule or a date must still be confirmed.
calendar-provisional = Provisional: it is not known yet which days are equated with a holiday.
calendar-hard-date = hard date
cli-csv = Give a CSV file for a spreadsheet: with ; between cells, and no cell that can work as a formula
cli-md = Give a table in Markdown
cli-ics = Give a calendar file (iCalendar) with a day for each line; without titles and names
cli-feed = Addresses at which a calendar program reads the deadlines
cli-feed-create = Make an address; it is shown this once and is the only secret. Keep it as a password
cli-feed-create-name = Where you use it, such as "calendar at the office"
cli-feed-create-until = Good up to and including this day; otherwise until you revoke it
cli-feed-list = Show your addresses, without the secret
cli-feed-revoke = Revoke an address; it stops working at once
cli-feed-revoke-which = Id of the address; see: loket feed list
cli-feed-created = This address stands nowhere else and does not come back. Whoever has it reads your deadlines (numbers, kinds, bodies, days). To revoke it: loket feed revoke { $id }
cli-feed-no-address = This address was made before and is not shown again. Revoke it and make another: loket feed revoke { $id }
cli-feed-revoked = Address "{ $name }" is revoked.
cli-feed-none = You have no addresses for a calendar.
cli-feed-column-name = Name
cli-feed-column-created = Made
cli-feed-column-until = Until
cli-feed-column-revoked = Revoked
cli-feed-column-id = Id
cli-view-export = Give the signals of a view, with its filter, order and columns
cli-view-export-which = Id or name of the view
letter-unknown = […]
letter-reach-effect = the effect of your decision stands still
letter-reach-objection-term = the objection term stands still
letter-reach-both = the effect of your decision and the objection term stand still
letter-ground-wet = The time-out rests on an act.
letter-ground-toezegging = The time-out rests on your commitment.
letter-ground-pilotafspraak = The time-out rests on the agreements of the pilot you take part in.
letter-ground-geen = No act provides for this time-out yet: this is an urgent request.
letter-started = { $today }

    To: { $body }
    About: time-out for your decision "{ $kind }" with reference { $reference } of { $announced }
    Our reference: { $number }; reference of the municipality: { $own }

    Dear sir or madam,

    On { $decided } the municipality of { $municipality } decided on a time-out for this decision. With it { $reach } from { $first } up to and including { $last }. { $ground }

    Nothing was decided about the content of your decision. We ask you not to carry out or recover anything by this decision on these days, and to confirm this to { $answer }.

    From { $again } the decision works again, unless you are told of an extension.

    Yours sincerely,

    { $sender }
    { $function }
letter-extended = { $today }

    To: { $body }
    About: extension of the time-out for your decision "{ $kind }" with reference { $reference } of { $announced }
    Our reference: { $number }; reference of the municipality: { $own }

    Dear sir or madam,

    The municipality of { $municipality } extended the time-out for this decision. With it { $reach } from { $first } up to and including { $last }. { $ground }

    Nothing was decided about the content of your decision. We ask you not to carry out or recover anything by this decision up to and including { $last }, and to confirm this to { $answer }.

    From { $again } the decision works again.

    Yours sincerely,

    { $sender }
    { $function }
letter-ended = { $today }

    To: { $body }
    About: end of the time-out for your decision "{ $kind }" with reference { $reference } of { $announced }
    Our reference: { $number }; reference of the municipality: { $own }

    Dear sir or madam,

    The time-out of the municipality of { $municipality } for this decision has ended. From { $again } { $reach } no longer. The time-out began on { $first }.

    Do you have questions, or was your decision changed or withdrawn meanwhile? Let { $answer } know.

    Yours sincerely,

    { $sender }
    { $function }
letter-lapsed = { $today }

    To: { $body }
    About: end of the time-out for your decision "{ $kind }" with reference { $reference } of { $announced }
    Our reference: { $number }; reference of the municipality: { $own }

    Dear sir or madam,

    The time-out of the municipality of { $municipality } for this decision ran from { $first } up to and including { $last }. From { $again } { $reach } no longer.

    Do you have questions, or was your decision changed or withdrawn meanwhile? Let { $answer } know.

    Yours sincerely,

    { $sender }
    { $function }
letter-missing-body = The name of the body is not known: fill it in.
letter-missing-municipality = The name of the municipality is not known: fill it in.
letter-missing-kind = The kind of the decision is not known: fill it in.
letter-missing-reference = The reference of the decision is not known: fill it in.
letter-missing-announced = The date of the decision is not known: fill it in.
letter-missing-decided = The date of the municipality's decision is not known: fill it in.
letter-missing-own = The reference of the municipality is not known: fill it in.
letter-missing-first = The first day is not known: fill it in.
letter-missing-last = The last day is not known: fill it in.
letter-missing-answer = Whom the body answers is not known: fill it in, or use --answer-to.
letter-missing-number = The number of the signal is not known: fill it in.
letter-missing-reach = The reach is not known: fill it in.
letter-missing-ground = The ground is not known: fill it in.
letter-missing-sender = Who signs the letter is not known: fill it in.
letter-missing-today = The date is not known: fill it in.
cli-time-out-letter = Give the letter to the body: that the time-out was decided, extended or has ended
cli-time-out-letter-which = Id of the time-out, or the number of a signal with one that runs
cli-time-out-letter-answer-to = Whom the body answers: a function or a mailbox; otherwise who decided at the municipality
cli-time-out-letter-proposed = Nothing is confirmed yet: no letter goes out about a proposal. Let another confirm it first.
cli-time-out-letter-no-act = Note: the ground is not an act. The body is free not to follow the time-out; go by the safe end. To note the letter: loket time-out tell-body
cli-time-out-letter-emergency = Note: this is an emergency start that nobody confirmed yet. It stands for one working day.
letter-reminder = { $today }

    To: { $body }
    About: reminder of the time-out for your decision "{ $kind }" with reference { $reference } of { $announced }
    Our reference: { $number }; reference of the municipality: { $own }

    Dear sir or madam,

    On { $told } we told you that the municipality of { $municipality } decided on a time-out for this decision. With it { $reach } from { $first } up to and including { $last }. { $ground }

    We do not have your confirmation yet. Could you give it today to { $answer }?

    Yours sincerely,

    { $sender }
    { $function }
cli-time-out-letter-reminder = The reminder to a body that was told and has not confirmed yet
cli-time-out-letter-no-reminder = There is nothing to remind of: the body was not told yet, it has confirmed, or the time-out does not run.
cli-register-list = Show the register, by organisation
cli-register-list-organisation = Only of these organisations (codes, separated by commas)
cli-register-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-register-none = The register has nothing that fits.
cli-register-show = Show an entry; the read is logged
cli-register-show-id = Id of the entry
cli-register-show-history = Show who changed what, the last change first
cli-register-confirm = You called and it is right: verified today
cli-register-confirm-id = Id of the entry
cli-register-report = Report what is wrong to the register editor of the organisation
cli-register-report-id = Id of the entry
cli-register-report-text = Only "-": what is wrong comes from standard input
cli-register-change = Change an entry; what you do not name stays
cli-register-change-id = Id of the entry
cli-register-change-file = JSON with the fields that change; - reads standard input
cli-register-tasks = Show what is wrong according to who called, for who maintains the register
cli-register-tasks-organisation = Only of these organisations (codes, separated by commas)
cli-register-tasks-limit = At most so many (200 on a screen, all in JSON)
cli-register-stale = Show entries that were not verified for more than a year
cli-register-stale-organisation = Only of these organisations (codes, separated by commas)
cli-register-stale-limit = At most so many (200 on a screen, all in JSON)
cli-register-ending = Show entries that end, or whose mandate ends, within six weeks
cli-register-ending-organisation = Only of these organisations (codes, separated by commas)
cli-register-ending-limit = At most so many (200 on a screen, all in JSON)
cli-register-unappointed = Show organisations that must still appoint somebody
cli-register-vcard = Give an entry as a vCard, for an address book
cli-register-vcard-id = Id of the entry
cli-register-limits = How much of the register may be looked up by who holds no copy of it; also to change it
cli-register-limits-searches = Searches in ten minutes
cli-register-limits-persons = Different persons a day, those in lists of hits too
cli-register-limits-offline = Who has the register at hand when the server is away: { $values }
cli-register-limits-offline-days = Days after which that is not used any more
cli-register-limits-are = { $searches } searches in ten minutes, { $persons } different persons a day
cli-register-limits-offline-never = without a connection nobody has the register at hand
cli-register-limits-offline-roles = without a connection who may hold a copy has the register at hand for { $days } days; others nothing
cli-register-limits-offline-all = without a connection who may hold a copy has the register at hand for { $days } days; others their own organisation and the cards they opened
cli-register-all-appointed = Every organisation has somebody in the register.
cli-register-confirmed = The entry was verified today.
cli-register-reported = Reported to the register editor of the organisation.
cli-register-changed = The entry is changed.
mark-ten-days = in 10 working days
mark-five-days = in 5 working days
mark-two-days = in 2 working days
mark-one-day = in 1 working day
mark-today = today
mark-overdue = overdue
cli-time-out-due-new = Only what is new: the marks (10, 5, 2 and 1 working days before, the day itself, overdue) reached since you last asked this
cli-time-out-column-mark = Mark
cli-time-out-due-no-state = There is no folder to remember how far you looked. Set XDG_STATE_HOME or HOME.
cli-time-out-due-place = How far you looked cannot be kept or read. { $reason }
cli-time-out-column-number = Signal
cli-time-out-column-body = Body
cli-time-out-column-state = State
cli-time-out-column-from = From
cli-time-out-column-through = Up to and including
cli-time-out-column-safe-end = Safe end
cli-time-out-column-end = With time-out
cli-time-out-column-ground = Ground
cli-time-out-column-decider = Municipality
cli-time-out-column-pending = Proposed
cli-time-out-column-id = Id
cli-time-out-column-reach = Reach
cli-time-out-column-decided-on = Decided on
cli-time-out-column-maximum = At most until
cli-time-out-column-told-body = Told on
cli-time-out-column-body-confirmed = Confirmed on
cli-time-out-column-term = Term
cli-time-out-column-alarm = Go by
cli-time-out-column-step = Explanation
cli-time-out-column-uncertain = Careful
cli-time-out-column-advice = What can be done
cli-time-out-column-lapse = At the end
cli-time-out-column-move = Happened
cli-time-out-column-days = Left
cli-time-out-column-kind = Kind
cli-time-out-column-label = What
cli-time-out-column-owner = Who
cli-time-out-none = There are no such time-outs.
cli-time-out-due-none = Nothing comes near in the next { $days } days, and nothing is overdue.
cli-time-out-not-one = "{ $given }" is no id of a time-out and no number of a signal.
cli-time-out-several = Signal { $given } has several time-outs. Use the id; see: loket time-out list --signal { $given }
cli-time-out-unknown = Signal { $given } has no time-out that runs or is proposed.
cli-time-out-no-decision = That decision is not there: the signal has { $count }.
cli-time-out-proposed = Proposed. Nothing changes until another confirms it: loket time-out confirm { $id }
cli-time-out-started = Started for one working day. Have another confirm it before that ends: loket time-out confirm { $id }
cli-time-out-noted = Noted.
cli-time-out-confirmed = Confirmed: { $action }. The decision is suspended through { $day }.
cli-time-out-works-again = Confirmed: { $action }. The decision is no longer suspended from { $day }.
cli-time-out-rejected = Rejected: { $action }. What was confirmed before stands; a start in an emergency stops.
cli-time-out-withdrawn = Withdrawn: { $action }. What was confirmed before stands; a start in an emergency stops.
cli-time-out-column-announced-on = Made known
cli-time-out-column-dated-on = Dated
cli-time-out-column-planned = Planned through
cli-time-out-column-again-from = Works again from
cli-time-out-column-reason = Reason
cli-time-out-confirm-so = Is this right? Then confirm exactly this: loket time-out confirm { $id } --hash { $hash }
cli-time-out-nothing-waits = Nothing waits at this time-out.
system-no-file = it is not a regular file
system-too-large = the file is larger than 1 MiB

# The desk: what is asked, told and kept of what was done
choose-held-one = { $number } is held by { $names }. Set the { $field } to “{ $value }” all the same?
choose-held-facts = { $number } belongs to { $names }. Change its facts all the same?
choose-close-one = Set the status of { $number } to “{ $value }”?
choose-correct-contact = Which contact moment on { $number } is not right?
correction-gone = This contact moment was corrected or withdrawn already.
why-no-contact = No contact moment was recorded on this signal.
held-yes = Yes, change it all the same
held-yes-letter = y
past-note = note on { $number }
past-contact = contact moment on { $number }
past-correction = correction of a contact moment on { $number }
past-intake = { $number } registered
past-takeover = { $number } taken over
kept-text = A note stays: put what is right in a new note.
kept-text-short = stays
kept-contact = A contact moment stays. Not right? Choose the command “correct contact”.
kept-contact-short = stays; can be corrected
kept-view = A view is not taken back with undo: among the views you change or delete it.
kept-view-short = to be changed among the views
undo-correct = Correct the contact moment
undo-correct-letter = c
kept-intake = A registered report stays: give it the status withdrawn or not for the desk.
kept-intake-short = stays
kept-takeover = Taking over cannot be taken back: only who had the signal can take it again. Releasing it can be done.
kept-takeover-short = cannot be taken back: only who had it can take it again
kept-proposed = A proposal does not go back with undo. As long as nobody confirmed it, you withdraw it with the command “proposal”.
kept-proposed-short = to be withdrawn as long as nobody confirmed it
kept-settled = What was confirmed, rejected, withdrawn or told does not go back with undo.
kept-settled-short = cannot be taken back
kept-legal = A recorded arrangement does not go back with undo. Correct it with the command “correct”.
kept-legal-short = cannot be taken back; correcting can
kept-agenda = What is fixed, proposed, held or cancelled is not taken back by undo. The menu tells what can be done.
kept-agenda-short = cannot be undone
kept-held = That the meeting was held is not taken back by undo. The command “not held after all” takes it back.
kept-held-short = not by undo; by “not held after all”
kept-lesson = A lesson stays: change it at the item.
kept-lesson-short = stays; can be changed
filter-gone = The filter is gone; you are still on { $number }.
facets-elsewhere = Here you type what to filter by. The window with counts is on 1.
key-of-list = “{ $what }” belongs to the list: { $key } goes there.
choose-drop-draft = Throw this draft away: { $what }? It is kept nowhere else
choose-drop-waiting = No longer send it and throw it away: { $what }? It may have arrived already
drop-draft-no = No, keep it
drop-draft-no-letter = n
drop-draft-yes = Yes, throw it away
drop-draft-yes-letter = y
draft-dropped = The draft is gone.
draft-not-sent = The text is gone and will not be sent any more. If it had arrived already, it stands in the signal.
doubt-far = { $field }: that is only in { $what } days. Is the year right?
doubt-beyond-maximum = { $field }: that is after the latest day { $what }.
doubt-early = { $field }: { $what } is at night. Do you mean the afternoon?
doubt-saturday = { $field }: that is a Saturday.
doubt-sunday = { $field }: that is a Sunday.
### The deadline board

tab-board = Deadlines
tab-due = { $count } !
scope-time-out = Time-out
scope-time-out-short = time-out
scope-board = Deadline board
scope-board-short = board
scope-calendar = Calendar
scope-calendar-short = calendar
command-time-out-suspend = suspend
command-time-out-suspend-help = Suspend a decision of a national body: a proposal, a colleague confirms.
command-time-out-suspend-also = time-out start begin new propose
command-time-out-extend = extend
command-time-out-extend-help = Propose a later last day of the time-out.
command-time-out-extend-also = longer extension time-out
command-time-out-resume = resume
command-time-out-resume-help = Propose that the decision works again.
command-time-out-resume-also = stop continue time-out lift
command-time-out-end-time-out = end time-out
command-time-out-end-time-out-help = Propose to end the time-out: solved, withdrawn or changed.
command-time-out-end-time-out-also = finish close solved withdrawn changed time-out
command-time-out-tell-body = tell body
command-time-out-tell-body-help = Note that the body was told of the time-out.
command-time-out-tell-body-also = inform letter told time-out
command-time-out-body-confirmed = body confirmed
command-time-out-body-confirmed-help = Note that the body confirmed the time-out.
command-time-out-body-confirmed-also = acknowledged answer body time-out
command-time-out-settle = proposal
command-time-out-settle-help = Look at a proposal: confirm or reject it, or take your own back.
command-time-out-settle-also = confirm agree reject withdraw second person approve time-out
command-board-today = to today
command-board-today-help = Go to the first deadline whose day has not passed.
command-board-today-also = now current day jump
command-board-group-next = next group
command-board-group-next-help = Go to the next group: the next week, body or municipality.
command-board-group-next-also = week forward jump
command-board-group-previous = previous group
command-board-group-previous-help = Go to the group before.
command-board-group-previous-also = week back jump
command-board-group = group by
command-board-group-help = Choose by what deadlines stand together: week, body, municipality, ground or owner.
command-board-group-also = sort order arrange group per week body
command-board-to-case = to case
command-board-to-case-help = Go to the signal of this deadline.
command-board-to-case-also = open file signal case
command-board-calendar = calendar
command-board-calendar-help = Show the month, with how many deadlines end on each day.
command-board-calendar-also = month agenda date overview days
command-calendar-day-next = next day
command-calendar-day-next-help = Go to the next day.
command-calendar-day-next-also = tomorrow right
command-calendar-day-previous = previous day
command-calendar-day-previous-help = Go to the day before.
command-calendar-day-previous-also = yesterday left
command-calendar-week-next = next week
command-calendar-week-next-help = Go a week on.
command-calendar-week-next-also = down next
command-calendar-week-previous = previous week
command-calendar-week-previous-help = Go a week back.
command-calendar-week-previous-also = up previous
command-calendar-month-next = next month
command-calendar-month-next-help = Go to the next month.
command-calendar-month-next-also = forward page
command-calendar-month-previous = previous month
command-calendar-month-previous-help = Go to the month before.
command-calendar-month-previous-also = back page
command-calendar-today = today
command-calendar-today-help = Go to today.
command-calendar-today-also = now current day
command-calendar-open = show day
command-calendar-open-help = Show in the list what ends on this day.
command-calendar-open-also = open list deadlines
command-calendar-close = list
command-calendar-close-help = Back to the list.
command-calendar-close-also = close back
command-global-pane-board = deadlines
command-global-pane-board-help = Go to the deadline board: everything that ends on a day.
command-global-pane-board-also = time-outs board moratorium commitment objection end date pane 4 window call back callbacks
command-global-call-backs = call back
command-global-call-backs-help = Whom you still have to call back yourself, with day and time, on pane 4; Esc shows everything there again.
command-global-call-backs-also = callbacks call-backs promised calls phone
choose-board-group = Group by
choose-board-view = Which deadlines?
choose-board-ready = What do you want to see?
board-ready-overdue = What is overdue
board-ready-overdue-letter = o
board-ready-today = Ends today
board-ready-today-letter = d
board-ready-week = Ends this week, from today
board-ready-week-letter = w
board-ready-next-week = Ends next week
board-ready-next-week-letter = n
board-ready-14 = Ends within 14 days, or is overdue
board-ready-14-letter = 1
board-ready-30 = Ends within 30 days, or is overdue
board-ready-30-letter = 3
board-ready-any = Any day
board-ready-any-letter = a
board-ready-time-outs = Time-outs alone
board-ready-time-outs-letter = u
board-ready-call-backs = Call back alone
board-ready-call-backs-letter = c
board-ready-commitments = Commitments alone
board-ready-commitments-letter = m
board-ready-every = Every kind
board-ready-every-letter = k
board-ready-my-call-backs = Only whom you still call back yourself
board-ready-my-call-backs-letter = i
board-ready-type = Type it myself
board-ready-type-letter = t
board-view-all = All deadlines
board-view-all-letter = a
board-view-time-outs = Time-outs and their terms for objection
board-view-time-outs-letter = t
board-view-proposed = Waits for a second person
board-view-proposed-letter = w
board-view-mine = My cases
board-view-mine-letter = m
board-group-lane = week
board-group-lane-letter = w
board-group-body = body
board-group-body-letter = b
board-group-municipality = municipality
board-group-municipality-letter = m
board-group-ground = ground
board-group-ground-letter = g
board-group-owner = owner
board-group-owner-letter = o
board-by = by { $group }
board-on = as of { $day }
board-loading = The deadlines are being read from { $server }…
board-empty = No deadline is running here now.
board-empty-advice = With { $key } you choose other deadlines.
board-filter-dropped = Filter “{ $filter }” cleared: it left nothing.
board-empty-filter = No deadlines with “{ $filter }”.
board-empty-own-calls = On signals of nobody or somebody else: { $key }, { $view }.
board-empty-filter-advice = { $key } clears the filter. Search for words, or a field: deadline:<=fri, kind:commitment, body:uwv, owner:me. A minus before it excludes: -kind:norm.
board-filter-wrong = The filter of this board does not know “{ $text }”.
board-head-safe = At the latest
board-head-end = With time-out
board-head-proposed = Proposal to be confirmed through
board-head-days = Left
board-head-number = Case
board-head-clock = Deadline
board-head-label = About
board-head-whom = Whom, and about what
board-head-body = Body
board-head-ground = Ground
board-head-owner = Owner
board-head-owner-short = By
group-nameless = None
group-no-time-out = no time-out
board-proposed = proposed
clock-objection = objection
clock-time-out = time-out
clock-threat = event
clock-moratorium = moratorium
clock-bridging = bridging
clock-commitment = commitment
clock-norm = service norm
clock-snooze = snoozed
clock-proposal = confirm by
time-out-ground-short-wet = act
time-out-ground-short-toezegging = promise
time-out-ground-short-pilotafspraak = pilot
time-out-ground-short-geen = none
clock-fact-what = Deadline
clock-fact-safe = Safe end
clock-fact-call = Call on
clock-fact-whom = With
clock-fact-phone = Reporter's no.
clock-number-of = { $key } number of { $who }
clock-fact-day = Ends on
clock-fact-end = With time-out
clock-end-same = the same day: this term runs on
clock-fact-ground = Ground
clock-advice-late = { $advice }; { $kind ->
    [time_out] the last day of the time-out was
   *[other] the safe end was
} { $day }
clock-fact-advice = Advice
clock-fact-running = Time-out
clock-fact-reach = Suspends
clock-reach-effect = The objection term runs on: only the effect is suspended.
clock-fact-told = Body
clock-fact-waits = Proposed
clock-fact-lapse = If not
clock-fact-owner = Owner
clock-ground-law = { $ground }: the date with the time-out counts
clock-ground-safe = { $ground }: go by the safe end
clock-running = { $state }, { $first } through { $last }; decided by { $decider } on { $day }
clock-stops = { $state } as of { $again }: still suspended through { $last }, after that the decision works again
clock-stopped = { $state } as of { $again }; was suspended from { $first } through { $last }
clock-stopped-at-once = { $state } as of { $again }, before a day was suspended
clock-decided = decided by { $decider } on { $day }
clock-running-reference = reference { $reference }
clock-extended = { $count ->
    [one] extended once
   *[other] extended { $count } times
}
clock-maximum = at most through { $day }
clock-told = told { $day }
clock-told-not = not told yet
clock-confirmed = confirmed { $day }
clock-confirmed-not = not confirmed yet
clock-waits = { $what }{ $day ->
    [none] {""}
   *[other] {" "}{ $action ->
        [extend-time-out] through
       *[other] from
    } { $day }
}, by { $name }; waits for a second person: { $who }{ $until ->
    [none] {""}
   *[other] , through { $until }
}
section-why = Why this date
section-why-decision = The term of the decision itself
section-uncertain = Not certain
section-proposal = Proposal
section-moves = History of the time-out
section-not-now = Not possible now
move-from-day = from { $day }
move-last-day = through { $day }
gone-clock = This deadline is no longer on the board.
board-weeks = Ends per week
board-weeks-calls = Calls per week
board-weeks-late = late
board-week = week { $week }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
calendar-load = { $count }
calendar-day = { $day }: { $count ->
    [one] 1 deadline ends
   *[other] { $count } deadlines end
}
calendar-nothing = Nothing ends on { $day }.
why-on-board = This can be done on the deadline board: press { $key }.
why-no-time-out = There is no time-out with this deadline.
why-nothing-waits = Nothing waits here for a second person.
why-no-decision = There is no decision with this signal to suspend.
why-said = { $words }
form-not-read = What this is about was not read yet. Your text is kept; try again in a moment.
form-title-suspend = Propose a time-out
form-title-extend = Proposal: extend the time-out
form-title-resume = Proposal: let the decision work again
form-title-end = Proposal: end the time-out
form-title-told = Told to the body
form-title-confirmed = Confirmed by the body
form-title-reject = Reject the proposal
form-title-withdraw = Take the proposal back
form-time-out-last-day = Through
form-time-out-decided-on = Decided on
form-time-out-reference = Reference
form-time-out-reference-hint = The reference of the decision about the time-out, as on its letter. May be empty.
form-time-out-reason = Reason
form-time-out-from = From
form-time-out-ending = Why
form-time-out-on = On
form-time-out-decider = Municipality
form-time-out-decided-by = Decided by
form-time-out-mandate = Mandate
form-time-out-ground = Ground
form-time-out-reach = Suspends
form-time-out-first-day = First day
form-time-out-maximum = At most until
form-time-out-emergency = Emergency
form-time-out-emergency-hint = Yes: you start it alone now, for one working day. A colleague confirms after.
form-time-out-reason-hint = No names of citizens, no BSN.
form-choice-both = effect and objection term
form-choice-effect = effect
form-choice-objection_term = objection term
form-choice-toezegging = promise
form-choice-pilotafspraak = pilot
form-choice-wet = act
form-choice-geen = none
form-choice-solution = solved
form-choice-withdrawn = withdrawn decision
form-choice-changed = changed decision
propose-suspend = Propose to suspend
propose-suspend-letter = s
propose-suspend-title = Proposal: suspend the decision
propose-extend = Propose to extend
propose-extend-letter = e
choose-change-fixed = { $number } is fixed (version { $edition }). Change it all the same?
change-fixed-why = A change makes a new version necessary: after it { $number } is to be fixed again.
change-fixed-sent = Version { $edition } was sent: whoever has it gets the new one only when you send that as well.
choose-change-over = The agenda of { $number } does not change any more (version { $edition }). All the same?
change-over-why = What was sent stays with whoever got it. It counts for what is sent or saved after this.
change-fixed-no = No, leave this version
change-fixed-no-letter = n
change-fixed-yes = Yes, change it
change-fixed-yes-letter = y
number-or-here = This is { $pane } already: Enter leaves the list as it was. Type on to look for a number.
number-to-open = Enter goes to { $pane }.
number-or-pane = Enter goes to { $pane }. Type on to look for a number.
number-to-pane = to { $pane }
help-here = Here: { $what }
propose-extend-until = Propose: extend through { $day }
propose-day-not-chosen = You did not choose this day yourself: it is a week later than now.
propose-day-usual = Proposed: a week longer. Otherwise? Type over it{ $latest ->
    [none] .
   *[other] ; { $latest } at the latest.
}
propose-day-open = Choose the last day{ $latest ->
    [none] .
   *[other] : { $latest } at the latest.
}
propose-extend-title = Proposal: extend the time-out
propose-resume = Propose to resume
propose-resume-letter = r
propose-resume-title = Proposal: let the decision work again
propose-end = Propose to end
propose-end-letter = e
propose-end-title = Proposal: end the time-out
propose-cancel = Cancel
propose-cancel-letter = c
propose-was = Now through { $day }.
propose-first = First day: { $day }.
propose-last = Proposed: through { $day }.
propose-from = From { $day }.
propose-maximum = At most possible: through { $day }.
propose-safe-end = The safe end stays { $day }: loket keeps warning about it.
second-of-time-out = another member of the desk, or somebody of { $decider } if the case is shared with it
second-of-meeting = another colleague, of the desk or of the secretariat of the LET
second-decider = the municipality that decides
form-second = Confirmed by: another of the desk, or of { $decider }; not by you.
propose-second = Nothing changes until a second person confirms this: { $who }. You cannot do so yourself.
propose-emergency = Emergency: you start it alone now, for one working day. A second person confirms after: { $who }.
choose-decision = Which decision do you want to suspend?
settle-title = Proposal: { $what }, { $number }
settle-by = Proposed by { $name } on { $day }.
settle-own = This is your own proposal: you may withdraw it, not confirm it. That is done by { $who }.
settle-unreadable = This version of loket cannot show the proposal, so it cannot confirm it either.
settle-close = Not now
settle-close-letter = n
settle-confirm = Confirm
settle-confirm-letter = c
settle-reject = Reject
settle-reject-letter = r
proposal-stands = Nothing changed: the proposal still stands.
proposal-stands-own = Nothing changed: your proposal still stands.
settle-withdraw = Take back
settle-withdraw-letter = t
confirming = Confirming…
done-propose = Proposed for { $number }. A colleague confirms, by { $until }.
done-tell-body = { $number }: noted that the body was told.
done-body-confirmed = { $number }: noted that the body confirmed.
done-reject = The proposal is rejected.
done-withdraw = Your proposal is taken back.
done-confirm-sending = Confirmed: the papers may go to the participants. Export saves them as files.
done-confirm = Confirmed. The new date holds.
shown-decision = Decision: { $value }
shown-announced = Made known: { $value }
shown-decider = Decided by: { $value }
shown-mandate = Mandate: { $value }
shown-decided-on = Decision of the municipality: { $value }
shown-reach = Suspends: { $value }
shown-first-day = First day: { $value }
shown-from = From: { $value }
shown-ending = Because: { $value }
shown-ground = Ground: { $value }
shown-was = Was through: { $value }
shown-becomes = Becomes through: { $value }
shown-maximum = At most possible through: { $value }
shown-safe-end = Safe end: { $value }
shown-term-was = End of the term was: { $value }
shown-term-becomes = End of the term becomes: { $value }
shown-reason = Reason: { $value }
shown-nothing = nothing is suspended any more
provisional = provisional

### The deadline board

board-count = { $count ->
    [one] 1 deadline
   *[other] { $count } deadlines
}
board-due = { $count }: { $late }, { $today } today
board-count-late = { $count }: { $late }
board-late = { $overdue } overdue
board-late-above = ↑ { $overdue } overdue ({ $key })
queue-above = ↑ { $count } ({ $key })
board-count-of = { $count } of { $all }
board-lane-overdue = Overdue
board-lane-today = Today
board-lane-this-week = This week
board-lane-next-week = Next week
board-lane-later = Later
board-lane-standing-still = Standing still

### The deadline board

reading-clock = The deadline is being read…
plain-prompt-board = deadlines>{" "}
plain-board = { $view }, by { $group }, on { $day }: { $count ->
    [one] 1 deadline
   *[other] { $count } deadlines
}.
plain-board-filtered = { $view }, by { $group }, on { $day }, filter “{ $filter }”: { $count ->
    [one] 1 deadline
   *[other] { $count } deadlines
}.
plain-clock-day = { $day }, { $days }
plain-clock-safe = safe end { $day }, { $days }
plain-clock-end = with time-out { $day }
plain-help-board = Type the number of a deadline to open it; m gives the next ones, l the list again. With /word you filter.
settle-steps = See every step
settle-steps-letter = s
verb-extend = extend
verb-resume = resume
verb-end = end
verb-tell-body = tell body
verb-body-confirmed = body confirmed
tab-signals-short = Sig
tab-register-short = Reg
tab-board-short = Due

### The deadline board

command-list-export = export
command-list-export-help = Save what the list shows as a file: for a spreadsheet, a document or a calendar.
command-list-export-also = save file csv excel spreadsheet markdown ics calendar print pdf decisions
choose-export = Export
export-folder-own = your own folder
export-about = The file goes into { $folder }. Another folder: exports_folder in the configuration. It holds nothing about citizens.
export-csv = Spreadsheet (CSV)
export-md = Document (Markdown)
export-ics = Calendar (iCalendar)
export-nothing = There is nothing to export.
export-name-board = deadlines
export-name-signals = signals
exported = Saved in { $path }.
export-failed = The file was not saved: { $words }

### The deadline board

board-view-call-backs = Call back
board-view-call-backs-letter = c
clock-call-back = call back
deadline-kind-call-back = call back
deadline-lapse-call-back = After { $day } somebody waits for a call that was promised.
deadline-call-back = Call { $with ->
        [reporter] the reporter
       *[other] { $with }
    } back{ $at ->
        [none] .
       *[other] {" "}at { $at }.
    }

### The deadline board

command-time-out-letter = letter
command-time-out-letter-help = Save as a file the letter that tells the body of the time-out.
command-time-out-letter-also = text mail message body notice write
command-time-out-remind = reminder
command-time-out-remind-help = Save as a file the letter that reminds the body of a time-out it did not confirm yet.
command-time-out-remind-also = remind reminder letter mail chase
why-no-letter = Nothing is confirmed yet to write to the body about.
why-no-reminder = There is nothing to remind of now: the body was not told yet, or confirmed already.
export-name-letter = letter
export-name-reminder = reminder

# Forms: a day without a year, a day that has passed, and a call without an outcome.
form-contact-reached-open = Choose whether you reached somebody: yes or no.
choose-year = { $field }: do you mean { $before } or { $next }?
choose-year-neither = Do not save yet
choose-year-neither-letter = n
doubt-year = { $field }: that is only in { $what } days. When you save you are asked which year.
doubt-past = { $field }: { $what } has passed. It can be saved.
doubt-threat-past = { $field }: { $what } has passed and will stand under “Overdue”. It can be saved.

# Exports.
cli-column-uncertain = To be confirmed
board-head-uncertain = To be confirmed
cli-time-out-column-decider-code = Municipality code

# What was said wrongly before.
done-takeover = { $number } is taken over by you
### agenda: bijeenkomsten en agenda's van het LET
## LET agenda: meetings, items, candidates in the pane

command-signal-let = LET
command-signal-let-help = Put the case on the agenda of the next meeting of the LET, or propose it as a candidate.
command-signal-let-also = escalate agenda meeting propose candidate breakthrough
command-global-pane-agenda = LET agenda
command-global-pane-agenda-help = Go to the meetings of the LET and their agendas.
command-global-pane-agenda-also = escalation meeting agenda candidates pane 2 window
command-agenda-move-down = down
command-agenda-move-down-help = Move the item, or what is marked, one place down.
command-agenda-move-down-also = move order later reorder shift
command-agenda-move-up = up
command-agenda-move-up-help = Move the item, or what is marked, one place up.
command-agenda-move-up-also = move order earlier reorder shift
command-agenda-edit = edit
command-agenda-edit-help = Show the parts of the item and what is missing, and write in them.
command-agenda-edit-also = change fill in question facts decision ready checklist slot
command-agenda-minutes = minutes
command-agenda-minutes-help = Give the item more or less time.
command-agenda-minutes-also = duration time length
command-agenda-insert = insert
command-agenda-insert-help = Put a candidate or a free item below the cursor.
command-agenda-insert-also = new item add candidate
command-agenda-take-off = take off
command-agenda-take-off-help = Take the item off the agenda: it then stands among the candidates. A candidate is dropped.
command-agenda-take-off-also = remove delete drop candidate back
command-agenda-other-meeting = other meeting
command-agenda-other-meeting-help = Put the item, or what is marked, on the agenda of another meeting.
command-agenda-other-meeting-also = move week postpone later
command-agenda-invite = invite
command-agenda-invite-help = Invite somebody of a body: the director first, then a deputy.
command-agenda-invite-also = invitation participant director deputy contact mandate
command-agenda-answer = answer
command-agenda-answer-help = Note whether somebody comes, and whether the mandate was confirmed.
command-agenda-answer-also = accepted declined attends mandate reply
command-agenda-decide = decision
command-agenda-decide-help = Record what was decided about this item.
command-agenda-decide-also = minute outcome decide
command-agenda-commit = commitment
command-agenda-commit-help = Record a commitment that was made about this item; it goes to the deadline board.
command-agenda-commit-also = promise action agreement
command-agenda-publish = fix
command-agenda-publish-help = Take the next step: fix, send, confirm, held, send the decisions.
command-agenda-publish-also = next step meeting send publish confirm held decision list second person
next-step-fix = fix
next-step-send = send
next-step-settle = proposal
next-step-hold = held
next-step-send-decisions = send decisions
command-agenda-to-case = to case
command-agenda-to-case-help = Go to the signal of this item.
command-agenda-to-case-also = open file signal
command-agenda-meeting-next = next
command-agenda-meeting-next-help = Go to the next meeting.
command-agenda-meeting-next-also = week on later meeting
command-agenda-meeting-previous = previous
command-agenda-meeting-previous-help = Go to the meeting before.
command-agenda-meeting-previous-also = week back earlier meeting
command-agenda-new-meeting = new meeting
command-agenda-new-meeting-help = Make a meeting, with its standing items. From a calendar (.ics): loket meeting import FILE.
command-agenda-new-meeting-also = plan add date import ics
scope-agenda = LET agenda
scope-agenda-short = agenda
tab-agenda = LET agenda
tab-agenda-short = LET
tab-candidates = { $count } proposed
tab-confirm = { $count } to confirm
plain-prompt-agenda = agenda>{" "}
agenda-accepted = Comes
agenda-accepted-letter = c
agenda-accepted-mandate = Comes, with a confirmed mandate
agenda-accepted-mandate-letter = b
agenda-declined = Does not come
agenda-declined-letter = n
agenda-no-answer = No answer yet
agenda-no-answer-letter = o
agenda-mandate = Mandate confirmed
agenda-mandate-letter = m
agenda-no-mandate = Mandate not confirmed
agenda-no-mandate-letter = m
agenda-withdraw = Take the invitation back
agenda-withdraw-letter = t
agenda-all-ready = all ready
agenda-no-cases = no cases yet
agenda-unready = { $count } not ready
agenda-ready = ready
agenda-lacks = lacks { $count }
agenda-all-sent = The decisions of this meeting were sent and stand.
agenda-at-end = This is the last item already.
agenda-at-top = This is the first item already.
agenda-candidates = Candidates
agenda-candidates-key = { $key } puts it on the agenda
agenda-row-gone = The row you write in is gone: somebody else changed the item. Your text is still here; copy it and close this form.
agenda-changed-since = { $title }: somebody else changed the minutes since. Not taken back.
agenda-empty = There is nothing on this agenda yet, and there are no candidates.
agenda-empty-advice = { $insert } inserts an item. With { $let } you put a case from the queue on the agenda.
agenda-loading = Getting the meetings from { $server }…
agenda-first-meeting = This is the first meeting.
agenda-last-meeting = This is the last meeting.
agenda-fix = Fix
agenda-fix-letter = f
agenda-propose = Put on the agenda
agenda-propose-word = on the agenda
agenda-fix-word = fix
agenda-send-word = propose
agenda-cancel-word = cancel it
agenda-reinstate-word = reinstate
agenda-fix-clashes = Cannot be there: { $count } of those invited.
agenda-fix-lacks = Item { $number } is not ready: it lacks { $count }.
agenda-fix-version = This becomes version { $number }; it never changes. Sending is a next step.
agenda-nobody-at = Nobody of { $bodies } is asked, and the register names no contact for escalation: decisions cannot be sent there later.
choose-fix-lacks = { $count ->
    [one] One item is not ready
   *[other] { $count } items are not ready
}
fix-lacks-about = A line leads to the item. To fix the agenda all the same, give a reason.
fix-lacks-reason = Give a reason
fix-lacks-reason-letter = r
agenda-free = { $minutes } min free
agenda-over = { $minutes } min too many
agenda-minutes-of = { $minutes } of { $available } min
agenda-hold = Held
agenda-hold-letter = h
agenda-hold-about = The agenda does not change after that. Decisions and commitments can still be recorded.
agenda-hold-title = Was { $number } held?
agenda-unhold = Not held
agenda-unhold-letter = n
agenda-unhold-title = Was { $number } not held after all?
agenda-unhold-about = The agenda can change again after that. What was decided and promised stays.
done-agenda-unhold = { $number } was not held: the agenda can change again.
why-not-held = This meeting was not held, or its decisions were sent already.
why-ground-open = This agenda can still change: change the ground at the item itself.
choose-ground = On which ground is no longer shared?
ground-for-one = { $ground }: { $body } alone
ground-none = No ground for sharing holds for this item.
choose-end-ground = Share no longer with { $bodies } from now on?
end-ground-why = What was sent stays with whoever got it. In what is sent or saved after this the content does not stand any more.
end-ground-no = No
end-ground-no-letter = n
end-ground-yes = Yes, share no longer
end-ground-yes-letter = y
done-agenda-ground = The ground ended for { $title }.
agenda-insert-free = Free item
agenda-insert-free-letter = f
agenda-invite-other = Somebody else
agenda-invite-other-letter = e
agenda-new-ground = New ground for sharing
agenda-edit-meeting = Facts of the meeting itself
agenda-edit-meeting-letter = ·
agenda-nobody-invited = Nobody is invited for this item yet.
agenda-nothing-missing = This item is ready: nothing is missing.
agenda-saving = Saving…
agenda-send = Propose to send
agenda-send-letter = p
agenda-sum = { $count } items, { $minutes } of { $available } minutes.
agenda-head-at = #
agenda-head-start = Start
agenda-head-case = Case
agenda-head-title = Item
agenda-head-bodies = Bodies
agenda-head-presenter = Brought by
agenda-head-minutes = Min
agenda-head-ready = Ready
meetings-head-number = Number
meetings-head-when = When
meetings-head-state = State
meetings-head-papers = Papers until
meetings-head-items = Items
meetings-head-minutes = Minutes
meetings-head-unready = Preparation
# Pane 2: bodies, papers as files.
body-short-municipality = mun. { $name }
agenda-item-over = { $minutes } min over
agenda-head-over = Over
choose-paper = Which paper?
choose-paper-for = For whom?
paper-about = For { $reader }. The file goes into { $folder }; only you can read it. That it was read is recorded.
paper-about-draft = Not fixed yet: the paper is marked as a draft.
paper-choice-agenda = Agenda
paper-choice-agenda-letter = a
paper-choice-decisions = Decision list
paper-choice-decisions-letter = d
paper-choice-pack = Pack of a director: agenda and papers
paper-choice-pack-letter = p
paper-choice-secretariat = Secretariat: everything
paper-choice-secretariat-letter = s
paper-file-agenda = agenda
paper-file-decisions = decisions
paper-file-pack = pack
paper-file-item = item
paper-format-pdf = PDF, to print
paper-format-pdf-letter = p
paper-format-html = HTML, for the browser
paper-format-html-letter = h
paper-format-md = Markdown
paper-format-md-letter = m
paper-format-txt = Plain text, for a mail
paper-format-txt-letter = t
paper-format-ics = Calendar appointment (ICS)
paper-format-ics-letter = i
paper-for = For whom
paper-for-letter = f
paper-what = Which paper
paper-what-letter = w
paper-making = The server makes: { $what }…
paper-name-agenda = agenda
paper-name-decisions = decision list
paper-name-item = item { $number }
paper-name-pack = pack
paper-name-secretariat = the secretariat
# Pane 2: a meeting's own facts, corrections, changes, filter, clashes.
agenda-commit-other = Somebody else
agenda-commit-other-letter = s
agenda-decision-correct = Correct it
agenda-decision-correct-letter = c
agenda-decision-restore = Let it stand again
agenda-decision-restore-letter = l
agenda-decision-withdraw = Withdraw it
agenda-decision-withdraw-letter = w
agenda-empty-filter = Nothing on this list fits: { $filter }.
agenda-empty-filter-advice = { $key } shows everything again.
agenda-filtered = { $count } found
agenda-invitation-correct = Correct the details
agenda-invitation-correct-letter = d
agenda-nothing-decided = No decision was recorded about this item yet.
agenda-text-since = { $title }: somebody else wrote in the same field since. Not taken back.
agenda-withdrawn = withdrawn
changes-added = New on the agenda: { $title }
changes-changed = Changed: { $title }: { $fields }
changes-field-bodies = bodies
changes-field-chair = chair
changes-field-confidentiality = confidentiality
changes-field-decision-asked = decision asked
changes-field-escalated = what was escalated
changes-field-facts = facts
changes-field-grounds = grounds for sharing
changes-field-invitations = invitations
changes-field-life-domains = life domains
changes-field-minutes = minutes
changes-field-options = options
changes-field-papers-days = deadline for papers
changes-field-perspective = how the household sees it
changes-field-place = place
changes-field-presenter = presenter
changes-field-secretary = secretary
changes-field-slot = time slot
changes-field-slots = day and time
changes-field-stalemate = stalemate
changes-field-times = time
changes-field-title = title
changes-field-tried = what was tried
changes-field-video = video
changes-meeting = Of the meeting: { $fields }
changes-more = Changed besides: { $count }.
changes-moved = Moved from { $from } to { $to }: { $title }
changes-none = The text is the same as that version again.
changes-removed = Off the agenda: { $title }
changes-between = What changed from version { $from } to version { $to }
changes-version = Version { $number }
changes-versions = Compare other versions…
changes-versions-letter = v
undo-of-fixed = { $what } (changes { $number }, which is fixed)
attention-sent = { $number } was sent, confirmed by { $name }.
attention-not-sent = { $number } was not sent: rejected, withdrawn or expired.
meeting-sent-before = version { $sent } sent, version { $number } not
choose-no-item-papers = This item has no papers.
choose-version-from = Compare which version?
choose-version-to = With which version?
changes-since = What changed since version { $number }
changes-times = With that the time of other items shifts too: { $count }.
changes-close = Close
changes-close-letter = c
choose-agenda-commit = Who promises?
choose-agenda-decided = What is to be done with this decision?
choose-agenda-decision = Which decision?
command-agenda-changes = what changed
command-agenda-changes-help = Show what changed since the agenda was fixed, or between two versions.
command-agenda-changes-also = difference version changes compare new
command-agenda-correct-decision = correct decision
command-agenda-correct-decision-help = Correct a decision that was recorded wrong, or withdraw it.
command-agenda-correct-decision-also = withdraw change mistake repair ruling
command-agenda-edit-meeting = edit meeting
command-agenda-edit-meeting-help = Change day, place, chair and paper deadline of the meeting.
command-agenda-edit-meeting-also = reschedule time date room video secretary confidential slot
done-agenda-about = { $number } was updated.
done-agenda-decision = Decision corrected at { $title }.
done-agenda-decision-again = The decision stands again.
done-agenda-decision-back = Decision withdrawn. It stays to be seen, and counts no more.
done-agenda-invitation = Invitation corrected at { $title }.
form-due = Give a day, such as 2-12 or fri, or a length such as 4 weeks or 5 working days.
form-let-about = { $slots }, { $minutes } min; papers by { $papers }.
form-let-confidentiality = Confidential
form-let-confidentiality-hint = What is confidential about this meeting, in words.
form-let-papers-days = Paper days
form-let-papers-days-hint = So many working days before the meeting the papers must be in.
form-let-papers-wrong = Give the number of working days, such as 2.
form-let-slots = Time slots
form-let-slots-hint = From and to, with a comma between when there are more: 9:30-11:00, 11:15-12:00
form-let-slots-wrong = This is no time slot: { $what }. Give from and to, such as 9:30-11:00, 11:15-12:00; on another day the day too: fri 9:30-11:00.
form-let-slots-overlap = A time slot begins before the end of the one before.
form-let-slots-none = One of these times does not exist on that day, or begin and end are the same.
form-title-let-about = Meeting
form-title-let-decision = Correct a decision
form-title-let-invitation = Correct an invitation
invite-clash-absent = absent on that day
invite-clash-double-booked = asked at { $time } for { $meeting } already
invite-clash-left-register = not in the register any more by then
invite-clash-mandate-ended = mandate has ended by then
past-agenda-decision = decision about { $title }
past-agenda-text = { $fields } of { $title }
why-never-fixed = This agenda was never fixed: there is no version to compare with.
why-nothing-changed = Nothing changed since the agenda was fixed.
choose-agenda-insert = Insert
choose-agenda-invitation = Who answered?
choose-agenda-invite = Whom to invite?
choose-agenda-meeting = To which meeting?
count-items = { $count } items
done-agenda-answer = Noted: { $name }, { $answer }.
done-agenda-invitation-back = Invitation taken back. It can still be seen, and counts no more.
done-agenda-invitation-again = The invitation counts again.
done-agenda-commit = Commitment recorded with { $title }. It is on the deadline board.
done-agenda-decide = Decision recorded with { $title }.
done-agenda-drop = { $title } is no candidate any more.
done-agenda-edit = { $title } is saved.
done-agenda-fix = { $number } is fixed.
done-agenda-hold = { $number } was held.
done-agenda-invite = { $name } is invited.
done-agenda-invited = Invited for { $title }.
done-agenda-meeting = { $number } is made.
done-agenda-minutes = Minutes of { $title } changed.
done-agenda-put-on = { $count ->
    [one] { $title } is now on { $meeting }.
   *[other] { $count } items are now on { $meeting }.
}
done-agenda-off = { $count ->
    [one] { $title } is off the agenda and now stands among the candidates.
   *[other] { $count } items are off the agenda and now stand among the candidates.
}
done-agenda-off-standing = { $count ->
    [one] { $title } is off the agenda.
   *[other] { $count } items are off the agenda.
}
choose-agenda-drop = Drop { $title } as a candidate? Proposed on { $day } by { $name }.
agenda-drop-no = Keep it
agenda-drop-no-letter = k
agenda-drop-yes = No candidate any more
agenda-drop-yes-letter = n
agenda-gone-elsewhere = { $title } is not on this agenda any more, but on { $meeting }.
agenda-gone-dropped = { $title } was dropped by somebody else.
agenda-gone-candidate = { $title } is not on this agenda any more, but among the candidates.
agenda-moved-since = { $title } is on { $meeting } by now. Not taken back.
agenda-off-since = { $title } was taken off the agenda by somebody else since. Not taken back.
done-agenda-publish = Sending { $number } is proposed. Somebody else confirms it.
done-agenda-publish-demo = Sending { $number } was proposed; an invented colleague confirms it soon.
done-agenda-put = “{ $title }” is on the agenda of { $number }.
done-let-candidate = { $title } is a candidate for the LET.
saved-let = On the agenda of { $meeting }: { $number }
saved-let-candidates = Candidates for the LET: { $number }
form-let-candidate = Without a meeting the case becomes a candidate.
form-let-asks = Decision asked: “{ $asked }”.
form-let-asks-nothing = Decision asked: still empty; to be filled in at the item (2).
form-let-asks-unread = Decision asked: stands in the item, is being read …
form-let-candidate-since = A candidate since { $since }, proposed by { $name }.
form-let-candidate-already = This case is a candidate already. Type the number of a meeting.
form-let-goes-to = Goes on the agenda of { $number }, { $day }: { $minutes } min. Free: { $free } min{ $over ->
    [0] : that fits.
   *[other] : { $over } min too many; that is allowed.
}
form-let-fixed = This agenda is fixed already: you are asked first.
meeting-fixed-already = fixed already
form-let-of = of { $number }
form-let-after-hard = The hard date{ $whose } { $day } is before that.
form-let-past-hard = The hard date{ $whose } { $day } has passed already.
past-let = { $meeting ->
    [none] { $count ->
        [one] proposal for the LET: { $title }
       *[other] proposals for the LET ({ $count })
    }
   *[other] on the agenda of { $meeting }: { $count ->
        [one] { $title }
       *[other] { $count } cases
    }
}
let-written-since = Something was written in { $title } since: it stays. On 2 you take it off the agenda.
agenda-on-its-way = What you did is not back in the list yet. Try again in a moment.
form-let-go-to = { $minutes } min together. { $number }, { $day }, has { $free } min free{ $over ->
    [0] : that fits.
   *[other] : { $over } min too many; that is allowed.
}
let-stands = { $title } is on the agenda of { $meeting } already, { $day }.
choose-let-stands = { $count ->
    [one] One of these { $all } cases is with the LET already
   *[other] { $count } of these { $all } cases are with the LET already
}
choose-let-held = This case is held by { $names }. Put it on the agenda all the same?
let-held-no = No, not on the agenda
let-held-no-letter = n
let-held-yes = Yes, put it on the agenda
let-held-yes-letter = y
let-stands-on = { $title }: on the agenda of { $meeting }, stays there
let-stands-candidate = { $title }: a candidate already, goes along to the meeting
let-stands-more = And { $count } more.
let-stands-go = { $count ->
    [one] Go on with one case
   *[other] Go on with { $count } cases
}
let-stands-go-letter = g
let-stands-close = Not now
let-stands-close-letter = n
form-let-meeting-over = The agenda of this meeting does not change any more. Choose another.
form-let-meeting-unknown = There is no meeting with this number: the down arrow shows them. Leave it empty to make the case a candidate.
form-let-minutes-wrong = Give the minutes as a number from 1 to 480.
form-let-time-long = A time slot of more than twelve hours: is the end right? An end before the begin is on the next day.
form-title-let-propose = On the LET agenda
form-title-let-head = Item and question
form-title-let-facts = Facts
form-title-let-tried = What was tried
form-title-let-perspective = How the household sees it
form-title-let-options = Options
form-title-let-bodies = Bodies in the case
form-title-let-body = Position and room
form-title-let-ground = Ground for sharing
form-title-let-minutes = Minutes
form-title-let-free = Free item
form-title-let-invite = Invite
form-title-let-decide = Decision of the LET
form-title-let-commit = Commitment to the LET
form-title-let-fix = Fix the agenda
form-title-let-publish = Send
form-title-let-meeting = New meeting
form-let-title = Title
form-let-title-hint = The kind of problem and the bodies; no names, ages, diagnoses or nationalities.
form-let-minutes = Minutes
form-let-slot = Slot
form-let-presenter = Brought in by
form-let-stalemate = Stalemate
form-let-stalemate-hint = In one sentence: who waits for whom, and what happens meanwhile.
form-let-decision-asked = Question
form-let-decision-asked-hint = The decision that is asked for; it may come later.
form-let-facts = Facts
form-let-facts-hint = One page at most (3500 characters).
form-let-escalated = Escalated
form-let-escalated-hint = What was escalated already, and to whom.
form-let-tried = Tried
form-let-tried-hint = One attempt a line: what; day; with whom. For instance: called; 12-11-2026; CAK
form-let-perspective = Household
form-let-perspective-hint = How the household itself sees it, in its own words.
form-let-options = Options
form-let-options-hint = One option a line, with its consequences behind ->
form-let-bodies = Bodies
form-let-bodies-hint = Codes with ; between them. What is written about a body stays with it.
form-let-position = Position
form-let-legal-room = Room
form-let-legal-room-hint = The legal room the body has.
form-let-ground = Ground
form-let-ground-hint = Act and article, vital interest, or consent.
form-let-ground-purpose = Purpose
form-let-ground-bodies = With
form-let-ground-bodies-hint = Only these bodies get to see the content.
form-let-ground-until = Until
form-let-meeting = Meeting
form-let-why = { $count ->
    [0] the first with an open agenda
    [one] the first with an open agenda; { $fixed } is fixed already
   *[other] the first with an open agenda; { $fixed } are fixed already
}
form-let-meeting-hint = The number, such as LET-48; empty: a candidate only.
form-meeting-keys = ↓ shows the meetings
form-let-body = Body
form-let-capacity = As
form-let-name = Name
form-let-function = Function
form-let-mail = Mail
form-let-decision = Decision
form-let-decision-hint = As it was spoken.
form-let-decision-for = For
form-let-decision-for-hint = For which bodies the decision holds.
form-let-decision-room = Room
form-let-reason = Reason
form-let-reason-hint = Needed when items are not ready: why the agenda is fixed all the same.
form-let-number = Number
form-let-number-hint = Type the number that stands above this form.
form-let-day = Day
form-let-place = Place
form-let-video = Video
form-let-chair = Chair
form-let-secretary = Secretary
form-choice-director = director
form-choice-deputy = deputy
form-choice-other = other
gone-item = This item is not there any more.
reading-item = Reading…
item-begins-in = Now { $clock }: begins in { $minutes } min.
item-left = Now { $clock }: { $elapsed } min under way, { $minutes } min left.
item-over-by = Now { $clock }: { $elapsed } min under way, { $minutes } min over time.
item-candidate = Candidate, proposed by { $name } on { $day }.
item-fact-asked = Asked
item-fact-clash = Cannot come
item-fact-invited = Invited
item-fact-stalemate = Stalemate
item-fact-terms = Terms
item-ground-until = until { $day }
item-legal-room = (room: { $room })
item-no-commitments = No commitments of earlier meetings are open.
item-no-position = position unknown
item-no-slot = This item belongs to no slot of the meeting.
item-over-slot = runs out of its slot
item-planned = Item { $number }, { $from }–{ $until } ({ $minutes } min)
item-ready = Ready: nothing is missing.
section-let-decisions = Decisions
let-action-publish-agenda = Send the agenda
let-action-publish-decisions = Send the decisions
let-answer-open = no answer yet
let-answer-accepted = comes
let-answer-declined = does not come
let-mandate = mandate confirmed
let-no-mandate = mandate not confirmed
let-clash-double-booked = { $name } is also asked for { $meeting } at { $time }.
let-clash-absent = { $name } is absent on that day.
let-clash-left-register = { $name } is not in the register any more on that day.
let-clash-mandate-ended = The mandate of { $name } has ended by then.
let-lacks-title = title
let-lacks-slot = a slot of the meeting
let-lacks-stalemate = stalemate in one sentence
let-lacks-facts = facts
let-lacks-facts-too-long = the facts do not fit on one page
let-lacks-tried = what was tried
let-lacks-bodies = bodies in the case
let-lacks-national-body = a national body
let-lacks-position = position
let-lacks-perspective = how the household sees it
let-lacks-decision-asked = decision asked for
let-lacks-options = options
let-lacks-ground = a ground for sharing on the day of the meeting
let-lacks-invitee = a director or deputy invited
let-lacks-mandate = mandate confirmed
let-lacks-acceptance = a director or deputy comes
let-lacks-ask-again = ask a director or deputy again: the answer was for another time
let-lacks-addressee = somebody to send to
let-state-concept = concept
let-state-fixed-sent = fixed and sent
let-state-fixed-sent-short = agenda sent
let-state-fixed = fixed
let-state-held = held
let-state-sent = decisions sent
let-state-sent-short = sent
let-move-created = made
let-move-fixed = fixed
let-move-held = held
let-move-proposed = proposed to send
let-move-confirmed = confirmed sending
let-move-rejected = rejected sending
let-move-withdrawn = took the proposal back
meeting-changed = changed since
meeting-waits = waits for a second person
meeting-papers = papers until { $day }, { $days }
meeting-papers-day = papers until { $day }
meeting-decision = item { $number }: { $text }
meeting-version = version { $number }
meeting-fact-when = When
meeting-fact-state = State
meeting-fact-place = Place
meeting-fact-chair = Chair
meeting-fact-papers = Papers
meeting-fact-holds = Time
meeting-fact-version = Fixed
meetings-title = Meetings
meetings-coming = Coming
meetings-past = Past
meetings-count = Meetings: { $count }
meetings-empty = There is no meeting of the LET yet.
meetings-empty-advice = With { $key } you make one.
minutes-count = { $minutes } min
past-agenda-about = facts of { $title }
past-agenda-drop = { $count ->
    [one] dropping candidates: { $title }
   *[other] dropping candidates ({ $count })
}
past-agenda-invite = invitation for { $title }
past-agenda-minutes = minutes of { $title }
past-agenda-move = { $count ->
    [one] moving on the agenda: { $title }
   *[other] moving on the agenda ({ $count })
}
past-agenda-off = { $count ->
    [one] taking off the agenda: { $title }
   *[other] taking off the agenda ({ $count })
}
past-agenda-put = { $count ->
    [one] putting on the agenda: { $title }
   *[other] putting on the agenda ({ $count })
}
publication-nobody = Nobody gets anything: nobody is invited.
listed-and = { $first } and { $last }
publication-no-one = nobody to send to
why-item-without-case = This item is about no case.
why-decide-concept = Decisions are recorded from the moment the agenda is fixed.
agenda-no-items = still empty
why-meeting-over = The meeting was held: its agenda stays as it is.
why-moves-under-way = A move is still being saved. Try again in a moment.
why-no-agenda-item = Put the cursor on an item of the agenda.
why-no-meeting = Open a meeting first.
why-no-other-meeting = There is no other meeting whose agenda can still change.
why-not-held-yet = The meeting did not begin yet: held can be said from { $when }.
why-on-agenda = This belongs to the LET agenda: { $key }.
why-on-agenda-already = This is with the LET already.
publication-agenda = { $body } ({ $to }): { $count ->
    [one] item
   *[other] items
} { $items }{ $withheld ->
    [0] {""}
   *[other] , of which { $withheld } the time alone: no ground for sharing
}
publication-decisions = { $body } ({ $to }): { $count ->
    [one] item
   *[other] items
} { $items }, { $decisions ->
    [one] one decision
   *[other] { $decisions } decisions
}{ $withheld ->
    [0] {""}
   *[other] ; { $withheld } held back: no ground for sharing
}
meeting-state-concept = draft
meeting-state-fixed = fixed
meeting-state-held = held
meeting-state-sent = decisions sent
standing-item-opening = Opening and ground for sharing data
standing-item-open-commitments = Open commitments
standing-item-lessons = Lessons
standing-item-close = Any other business and close
standing-word-opening = opening
standing-word-open-commitments = commitments
standing-word-lessons = lessons
standing-word-close = close
answer-open = no answer yet
answer-accepted = comes
answer-declined = does not come
capacity-director = director
capacity-deputy = deputy
capacity-other = other
clash-double-booked = { $body } { $name } is also asked for { $other } at { $time }.
clash-absent = { $body } { $name } is absent on that day according to the register.
clash-left-register = { $body } { $name } is no longer in the register on that day.
clash-mandate-ended = The mandate of { $body } { $name } has ended by then.
confirmed-action-publish-agenda = send the agenda
confirmed-action-publish-decisions = send the decisions
commitment-source-agenda-item = { $meeting }, { $day }
fault-meeting-over = The meeting was held: its agenda no longer changes.
fault-agenda-not-fixed = The agenda is not fixed yet.
fault-agenda-changed-since-fixed = The agenda changed after it was fixed. Fix it again first.
fault-agenda-nothing-new = Nothing changed since the last version.
fault-agenda-changed-since-seen = The agenda changed since you looked; it has version { $value } now. Look again, then fix it.
fault-agenda-empty = The agenda has no items.
fault-agenda-not-ready = Something is missing in { $value } places. Fill it in, or give a reason to fix it anyway.
fault-meeting-not-yet = The meeting does not begin until { $value }.
fault-meeting-not-held = This meeting does not stand as held, or its decisions were sent already.
fault-already-invited = That person is asked for this item already.
fault-agenda-sent = This version of the agenda was sent already.
fault-nobody-to-send-to = There is nobody to send anything to.
form-let-tried-wrong = A line is not understood. Put on each line what, a day that was, and with whom: Called; 12-11-2026; P. de Boer. Without a day a dash: Called; -; P. de Boer
let-tried-understood = This line: { $what } · { $day } · { $with }
let-tried-not-understood = No day found in: { $line }. Write: Called; 12-11-2026; P. de Boer
let-tried-no-day = no day
let-tried-no-one = nobody named
why-nobody-to-send-to = There is nobody to send to yet: nobody is invited for any item. Invite somebody first ({ $key }).
why-nobody-at-body = Nobody is known to send to at { $bodies }. Invite somebody there ({ $key }), or put an escalation contact with a mail address in the register.
fault-nobody-at-body = At { $value } bodies nobody is known to send to. Invite somebody there, or put an escalation contact with a mail address in the register.
fault-missing-addressee = Nobody is known at { $value } to send to.
fault-other-meeting-number = That is not the number of this meeting ({ $value }).
fault-not-on-agenda = The item that this is to follow is not on this agenda.
fault-already-proposed = The case is on an agenda or among the candidates already.
fault-agenda-full = An agenda has at most { $value } items.
fault-not-placed = This item is on no agenda.
fault-part-withdrawn = This was taken back and no longer changes.
fault-meeting-number-taken = There is a meeting { $value } already.
fault-meeting-number-far = This number is more than a hundred past the highest so far ({ $value }). All later meetings count on from it. If that is meant, give --far-number too.
fault-meeting-numbers-used-up = The numbers are used up: there is a meeting with the highest one. Give a number that is still free; a series can make no more meetings like this.
fault-slots-overlap = The slot begins before the end of the one before.
fault-missing-title = The title is missing.
fault-missing-slot = There is no slot with this number.
fault-no-such-slot = There is no slot with this number. The meeting has: { $value }.
fault-missing-stalemate = The stalemate in one sentence is missing.
fault-missing-facts = The facts are missing.
fault-missing-facts-too-long = The facts do not fit on one page.
fault-missing-tried = What was tried is missing.
fault-missing-bodies = No body is named.
fault-missing-national-body = No national body is among them.
fault-missing-position = The position of { $value } is missing.
fault-missing-perspective = How the household sees it is missing.
fault-missing-decision-asked = The decision asked for is missing.
fault-missing-options = There are no options.
fault-missing-ground = There is no ground for sharing with { $value } on that day.
fault-missing-invitee = No director or deputy of { $value } is invited.
fault-missing-mandate = The mandate of who comes for { $value } is not confirmed.
fault-missing-acceptance = No director or deputy of { $value } comes yet.
fault-missing-ask-again = { $value } answered for another time: ask again whether a director or deputy comes.
cli-meeting-column-number = Number
cli-meeting-column-id = Id
cli-meeting-column-state = State
cli-meeting-column-sent = Sent
cli-meeting-column-day = Day
cli-meeting-column-time = Time
cli-meeting-column-place = Place
cli-meeting-column-nobody-at = Nobody at
cli-meeting-nobody-at = { $bodies }: nothing can be sent there. Invite somebody, or put an escalation contact with an e-mail address in the register.
cli-meeting-column-video = Video
cli-meeting-column-chair = Chair
cli-meeting-column-secretary = Secretary
cli-meeting-column-confidentiality = Confidential
cli-meeting-column-papers = Papers until
cli-meeting-column-version = Version
cli-meeting-column-fixed = Fixed
cli-meeting-column-changes = Changed
cli-meeting-column-pending = Waits
cli-meeting-column-item = Item
cli-agenda-column-place = #
cli-agenda-column-start = Start
cli-agenda-column-minutes = Min
cli-agenda-column-number = Signal
cli-agenda-column-title = Title
cli-agenda-column-ready = Ready
cli-agenda-column-meeting = Meeting
cli-agenda-column-id = Id
cli-agenda-column-slot = Slot
cli-agenda-column-presenter = Presenter
cli-agenda-column-stalemate = Stalemate
cli-agenda-column-facts = Facts
cli-agenda-column-tried = Tried
cli-agenda-column-escalated = Escalated
cli-agenda-column-body = Body
cli-agenda-column-perspective = Household
cli-agenda-column-decision-asked = Decision asked
cli-agenda-column-option = Option
cli-agenda-column-ground = Ground
cli-agenda-column-invitation = Invited
cli-agenda-column-decision = Decision
cli-agenda-column-paper = Paper
cli-agenda-column-missing = Missing
cli-agenda-column-urgency = Urgency
cli-agenda-column-hard-date = Hard date
cli-agenda-column-proposed-by = Proposed
cli-meeting-none = There are no meetings like that.
cli-meeting-created = { $number } was made, with the standing items.
cli-meeting-changed = { $number } was changed.
cli-meeting-differs = items added { $added }, removed { $removed }, moved { $moved }, changed { $changed }; fields of the meeting { $meeting }
cli-meeting-sent = { $what }, version { $version }: confirmed { $day } by { $who }
cli-meeting-state-sent = fixed and sent
cli-meeting-state-unsent = fixed, not sent yet
cli-meeting-state-changed = changed since version { $version }
cli-agenda-slot = Slot { $slot }: { $minutes } of { $available } min
cli-agenda-slot-over = Slot { $slot }: { $minutes } of { $available } min, { $over } min too many
cli-agenda-open-commitments = Open commitments of other meetings: { $count }
cli-agenda-ready = Show what is missing and who cannot come; exit code 1 when there is something
cli-agenda-is-ready = yes
cli-agenda-is-unready = no
cli-agenda-candidate = candidate
cli-agenda-no-candidate-now = on no agenda, no candidate
cli-agenda-no-candidates = There are no candidates.
cli-agenda-proposed = { $number } was proposed for an agenda.
cli-agenda-not-proposed = { $number } was not proposed:
cli-agenda-dropped = No candidate any more. It can still be put on an agenda.
cli-agenda-removed = Off the agenda; all that is written in it is kept.
cli-agenda-removed-standing = Off the agenda. This standing item belongs to the meeting and is no candidate; loket agenda move puts it back.
cli-agenda-added = On the agenda. Id: { $id }
cli-agenda-moved = Moved on the agenda of { $meeting }.
cli-agenda-written = Saved.
cli-agenda-invited = Invited. Nothing was sent: that happens when the agenda is sent.
cli-agenda-answered = Answer recorded.
cli-agenda-uninvited = Invitation taken back.
cli-agenda-decided = Decision recorded. It goes to the bodies when you send the decisions.
cli-agenda-all-ready = All items are ready.
cli-agenda-some-unready = Items not ready: { $count }. People who cannot come: { $clashes }.
cli-agenda-fixed = { $number } was fixed as version { $version }. Nothing was sent.
cli-agenda-held = { $number } was held. Its agenda no longer changes.
cli-agenda-unheld = { $number } stands as fixed again. What was decided and promised stays.
cli-agenda-publish-proposed = Proposed. A second person must confirm this: loket agenda confirm { $number }
cli-agenda-confirm-so = Look who gets what. To confirm: loket agenda confirm { $meeting } --hash { $hash }
cli-agenda-nothing-waits = Nothing of { $number } waits for a second person.
cli-agenda-settled-confirmed = Confirmed: { $action }.
cli-agenda-settled-rejected = Rejected: { $action }. Nothing was sent.
cli-agenda-settled-withdrawn = Withdrawn: { $action }. Nothing was sent.
cli-agenda-settled-expired = Expired: { $action }. Nothing was sent.
cli-agenda-settled-proposed = Proposed: { $action }.
cli-agenda-withheld = (content not shared: no ground for this body)
cli-agenda-not-one = { $given } is no item: give an id, meeting and place (48/3), or the number of a case among the candidates.
cli-agenda-unknown = There is no item { $given }.
cli-agenda-no-candidate = { $given } is no candidate. When the case is on an agenda, give meeting and place (48/3).
cli-agenda-no-case = This item is about no case; a commitment belongs to a case.
cli-agenda-no-meeting = This item is on no agenda.
cli-agenda-invitation-several = Several people of this body are invited: choose with --invitation.
cli-agenda-invitation-unknown = Nobody of this body is invited.
cli-meeting = Meetings of the LET: when, where, and the versions of their agendas
cli-meeting-list = List the meetings, by time
cli-meeting-list-all = Also those whose decisions were sent
cli-meeting-list-from = Only those on or after this day
cli-meeting-list-until = Only those on or before this day
cli-meeting-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-meeting-import = Bring in meetings that exist from a calendar (.ics): time, place and video. Attendees are not read
cli-meeting-import-files = Files; - reads standard input
cli-meeting-import-dry-run = Show what would happen, without sending anything
cli-meeting-import-left = the calendar changed this since the last import, and loket leaves it as it was: the meeting is no concept any more, or the same was changed here by hand. Compare them and change it yourself.
cli-meeting-import-older = not taken over: this calendar is older than what was taken over before.
cli-meeting-import-gone = { $count ->
    [one] No longer in the calendar: { $numbers }. Cancel this meeting if it does not go on.
   *[other] No longer in the calendar: { $numbers }. Cancel these meetings if they do not go on.
}
cli-meeting-show = Show a meeting with its versions; the read is logged
cli-meeting-version = Show a fixed version and what differs from the one before
cli-meeting-version-id = Id of the version (see loket meeting show)
cli-meeting-create = Make a meeting, with the standing items
cli-meeting-change = Change a meeting; what you do not name stays
cli-meeting-create-number = Number; the next without this
cli-meeting-create-far-number = The number is meant so, also when it is far past the highest
cli-meeting-show-meeting = The meeting: number (LET-48, 48) or id
cli-meeting-change-meeting = The meeting: number (LET-48, 48) or id
cli-meeting-create-slots = Slot: day and times on the clock in the Netherlands; an end before the beginning is the next day; may be repeated
cli-meeting-create-place = Where
cli-meeting-create-video = Address of the video
cli-meeting-create-chair = The independent chair
cli-meeting-create-secretary = The secretary
cli-meeting-create-confidentiality = What is confidential
cli-meeting-create-papers-days = Papers are due so many working days before
cli-meeting-change-slots = Slot: day and times on the clock in the Netherlands; an end before the beginning is the next day; may be repeated
cli-meeting-change-place = Where
cli-meeting-change-video = Address of the video
cli-meeting-change-chair = The independent chair
cli-meeting-change-secretary = The secretary
cli-meeting-change-confidentiality = What is confidential
cli-meeting-change-papers-days = Papers are due so many working days before
cli-agenda = Agenda of a meeting of the LET: candidates, items, invitations, fixing, decisions, sending
cli-agenda-show = Show the agenda with times, what is missing and who cannot come; the read is logged
cli-agenda-item = Show an item with all that is written in it; the read is logged
cli-agenda-candidates = List the candidates with urgency and hard date
cli-agenda-propose = Propose cases for an agenda
cli-agenda-propose-number = Numbers of signals
cli-agenda-propose-question = The decision asked for; from standard input only (-)
cli-agenda-drop = Drop a candidate
cli-agenda-add = Put a new item on the agenda: a case or a free item
cli-agenda-add-signal = Number of the signal
cli-agenda-add-title = Title: the kind of problem and the bodies, no names
cli-agenda-add-minutes = Minutes
cli-agenda-add-slot = Number of the slot
cli-agenda-write = Write in an item; what you do not name stays
cli-agenda-write-fields = File with fields as JSON; - reads standard input
cli-agenda-write-title = Title
cli-agenda-write-presenter = Presenter
cli-agenda-write-slot = Number of the slot
cli-agenda-write-stalemate = The stalemate in one sentence; from standard input only (-)
cli-agenda-write-facts = The facts on one page; from standard input only (-)
cli-agenda-write-question = The decision asked for; from standard input only (-)
cli-agenda-write-perspective = How the household sees it; from standard input only (-)
cli-agenda-minutes = Set the minutes of an item
cli-agenda-minutes-minutes = Minutes, 1 to 480
cli-agenda-move = Move an item: after another, to the top or to the end; also a candidate, or to another meeting
cli-agenda-move-meeting = To the agenda of this meeting
cli-agenda-remove = Take an item off the agenda; it then stands among the candidates
cli-agenda-invite = Invite somebody for an item; nothing is sent
cli-agenda-invite-body = The body (code)
cli-agenda-invite-officer = Id of the entry in the register
cli-agenda-invite-person = The function
cli-agenda-invite-name = The name of the director or deputy
cli-agenda-invite-mail = Where the invitation goes to
cli-agenda-invite-capacity = As what: { $values }
cli-agenda-invite-mandate-confirmed = It was confirmed that this person may decide
cli-agenda-answer = Record an answer or a confirmed mandate
cli-agenda-answer-answer = The answer: { $values }
cli-agenda-answer-mandate-confirmed = It was confirmed that this person may decide
cli-agenda-uninvite = Take an invitation back
cli-agenda-fix = Fix the agenda as a new version that never changes
cli-agenda-fix-seen = The agendaVersion you saw; only that is fixed
cli-agenda-fix-despite = Why to fix it while something is missing
cli-agenda-hold = Record that the meeting was held
cli-agenda-unhold = Take back that the meeting was held, as long as its decisions were not sent
cli-agenda-unhold-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-decide = Record a decision
cli-agenda-decide-text = What was decided; from standard input only (-)
cli-agenda-decide-bodies = For which body (code); may be repeated
cli-agenda-decide-legal-room = The legal room that was used
cli-agenda-commit = Record a commitment that was made at this item
cli-agenda-commit-text = What was promised; from standard input only (-)
cli-agenda-commit-body = The body that promised it (code)
cli-agenda-commit-person = Who there: the function, no name
cli-agenda-commit-to = To whom: the function, no name
cli-agenda-commit-on = Day on which it was promised; today without this
cli-agenda-commit-due = Day on which it must be kept, or a length from today: 3w, 10d, 2m, 5wd
cli-agenda-publish = Propose to send the agenda or the decisions; a second person confirms
cli-agenda-publish-number = The number of the meeting, typed once more
cli-agenda-confirm = Show who gets what, and confirm it as the second person
cli-agenda-confirm-hash = The hash you saw; without it things are only shown
cli-agenda-reject = Reject the sending as the second person
cli-agenda-withdraw = Withdraw one's own proposal to send
cli-agenda-show-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-add-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-ready-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-fix-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-hold-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-publish-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-confirm-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-reject-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-withdraw-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-item-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-drop-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-write-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-minutes-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-move-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-remove-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-invite-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-answer-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-uninvite-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-decide-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-paper = Papers of an item: every change is a version and stays readable
cli-agenda-paper-add = Put a paper with an item
cli-agenda-paper-add-item = The item: id, meeting and place (48/3), or the number of a case among the candidates
cli-agenda-paper-add-title = The title
cli-agenda-paper-add-on = The day it bears
cli-agenda-paper-add-text = The text; from standard input alone (-)
cli-agenda-paper-add-address = Where the paper is (https://…); the address is shown, never fetched
cli-agenda-paper-add-bodies = A body that may have it (code); may be given several times. Without: secretariat and chair alone
cli-agenda-paper-change = Make a new version of a paper
cli-agenda-paper-change-paper = The id of the paper
cli-agenda-paper-change-title = The title
cli-agenda-paper-change-on = The day it bears
cli-agenda-paper-change-text = The text; from standard input alone (-)
cli-agenda-paper-change-address = Where the paper is (https://…)
cli-agenda-paper-change-bodies = The bodies that may have it (code), in place of those before; may be given several times
cli-agenda-paper-change-nobody = For secretariat and chair alone
cli-agenda-paper-withdraw = Take a paper back; its versions stay readable
cli-agenda-paper-withdraw-paper = The id of the paper
cli-agenda-paper-show = Read a paper, in any version
cli-agenda-paper-show-paper = The id of the paper
cli-agenda-paper-show-version = Which version; without: the last
cli-agenda-paper-added = Paper added. It goes along once you fix the agenda (again).
cli-agenda-paper-changed = New version saved. It goes along once you fix the agenda (again).
cli-agenda-paper-withdrawn = Paper taken back.
cli-agenda-paper-late = late
cli-agenda-paper-is-withdrawn = taken back
cli-agenda-paper-field-title = Title
cli-agenda-paper-field-id = Id
cli-agenda-paper-field-on = Of
cli-agenda-paper-field-bodies = For
cli-agenda-paper-field-address = Address
cli-agenda-paper-field-version = Version
cli-agenda-commit-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-agenda-propose-reason = Why; no text about a household
cli-agenda-drop-reason = Why; no text about a household
cli-agenda-remove-reason = Why; no text about a household
cli-agenda-reject-reason = Why; no text about a household
cli-agenda-withdraw-reason = Why; no text about a household
cli-agenda-add-after = Right after this item
cli-agenda-move-after = Right after this item
cli-agenda-add-first = At the top
cli-agenda-move-first = At the top
cli-agenda-answer-body = The body (code) of who is invited
cli-agenda-uninvite-body = The body (code) of who is invited
cli-agenda-answer-invitation = Id of the invitation
cli-agenda-uninvite-invitation = Id of the invitation
arrangement-step-commitment-at-meeting = Promised at a meeting of the LET on { $day }.
cli-value-capacity = CAPACITY
cli-value-answer = ANSWER

## papers of a LET meeting: agenda, item file, decision list (export::agenda)
paper-title-agenda = Agenda { $number }
paper-title-decisions = Decisions { $number }
paper-title-pack = Meeting papers { $number }
paper-draft-mark = DRAFT
paper-draft-sentence = This is a draft. It is not fixed yet and may change.
paper-cancelled-mark = CANCELLED
paper-cancelled-sentence = This meeting does not take place.
paper-foot = { $number } · version { $version } · fixed { $day } · for { $reader }
paper-foot-draft = { $number } · draft · made { $day } · for { $reader }
paper-page-of = page { $page } of { $pages }
paper-page-word = page
paper-page-of-word = of
paper-let = National Escalation Team
paper-secretariat = the secretariat
paper-contents = Contents
paper-agenda = Agenda
paper-items = Items
paper-no-items = There are no items on the agenda.
paper-slot = Slot { $number }: { $when }
paper-without-slot = Without a slot yet
paper-no-time = no time yet
paper-overrun = The items of this slot take { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  } more than the slot has.
paper-summer-time = (summer time)
paper-winter-time = (winter time)
paper-withheld = You are invited. The content is not shared with you: no ground for sharing is recorded.
paper-decision-withheld = There is a decision that concerns your organisation. Its content is not shared with you: no ground for sharing is recorded. Please contact the secretariat.
paper-item-numbered = Item { $number }
paper-when = When
paper-place = Where
paper-video = Video
paper-chair = Chair
paper-secretary = Secretary
paper-confidentiality = Confidential
paper-papers-due = Papers until
paper-reader = For
paper-papers = Papers
paper-clocks = Running terms and time-outs
paper-clocks-note = The safe end is the last day as if nothing were suspended; go by that.
paper-column-clock = What runs
paper-column-article = Rule
paper-column-safe-end = Safe end (t/m)
paper-column-suspended-end = With time-out (t/m)
paper-uncertain = uncertain
paper-provisional = provisional
paper-clock-changed = changed since it was fixed, ask the secretariat
paper-missing = What is still missing
paper-paper-address = To be found at
paper-paper-version = version { $version }
paper-paper-late = LATE: received { $day }
paper-paper-late-on = LATE: { $day }
paper-paper-in-time = received { $day }
paper-column-paper = Paper
paper-column-paper-day = Of
paper-column-paper-version = Version
paper-column-paper-came = Received
paper-meeting = Meeting
paper-duration = Duration
paper-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
paper-presenter = Presenter
paper-life-domains = Life domains
paper-asked = Decisions asked for
paper-open-commitments = Open commitments
paper-no-commitments = No commitments are open.
paper-invited = Invited
paper-decision-asked = Decision asked for
paper-stalemate = The stalemate
paper-facts = The facts
paper-tried = What was tried
paper-escalated = Escalated already
paper-bodies = Bodies and their position
paper-perspective = How the household sees it
paper-options = Options
paper-grounds = Ground for sharing data
paper-at-the-table = At the table
paper-empty = Not filled in.
paper-no-end = no end date
paper-decided = Decisions
paper-promised = Commitments
paper-nothing-decided = Nothing was decided or promised about this item.
paper-column-number = No.
paper-column-time = Time
paper-column-item = Item
paper-column-presenter = Presenter
paper-column-minutes = Min.
paper-column-body = Body
paper-column-bodies = Bodies
paper-column-person = Who
paper-column-capacity = As
paper-column-mandate = Mandate
paper-column-asked = Decision asked for
paper-column-answer = Answer
paper-column-mail = E-mail
paper-column-position = Position
paper-column-room = Legal room
paper-column-room-used = Room used
paper-column-what = What
paper-column-on = When
paper-column-with = With whom
paper-column-option = Option
paper-column-consequences = Consequences
paper-column-basis = Basis
paper-column-purpose = Purpose
paper-column-until = Until
paper-column-decision = Decision
paper-column-promised-by = Who
paper-column-promise = Commitment
paper-column-to = To
paper-column-due = Due
paper-column-state = State
paper-capacity-director = director
paper-capacity-deputy = deputy
paper-capacity-other = involved
paper-mandate-confirmed = confirmed
paper-mandate-open = not confirmed
paper-answer-open = none yet
paper-answer-accepted = coming
paper-answer-declined = not coming
paper-calendar-name = LET meetings
paper-calendar-summary = National Escalation Team { $number }
paper-calendar-summary-draft = DRAFT National Escalation Team { $number }
paper-calendar-item = Item { $item }: { $when }
paper-calendar-cancelled = This is cancelled.
paper-calendar-taken-back = You are no longer expected at this time. The meeting goes on: if you are expected at another time, you get an invitation for that.
paper-changed-mark = CHANGED SINCE VERSION { $version }
paper-changed-sentence = This is a draft. It was changed since version { $version } was fixed and may still change.
paper-unsent-mark = FIXED, NOT SENT YET
paper-unsent-sentence = Version { $version } is fixed, but not sent yet: a second person must confirm that first.
paper-unsent-decisions-mark = NOT SENT YET
paper-unsent-decisions-sentence = These decisions are not sent yet: a second person must confirm that first.
paper-calendar-summary-unsent = NOT SENT YET National Escalation Team { $number }
paper-sent-on = Sent on { $day }.
paper-not-sent-yet = Not in the list that was sent, because it was recorded or changed later: { $what }. It goes to the body when sending is confirmed again.
fault-decisions-sent = The decisions were sent already, and nothing has changed since.

# Papers of a meeting
fault-nothing-for-reader = This body gets nothing of this meeting: it is invited for no item.
fault-nothing-decided-for-reader = Nothing was decided for this body and it promised nothing: there is no decision list.
fault-decision-suspended = A time-out rests on a decision: its body and reference (without a reference its dates too) stay as they are, or the time-out would count no more. Add the right decision as a new one.
fault-no-ground = There is no ground for sharing with this body what stands in this item.
fault-not-sendable = A draft goes into nobody's calendar. Fix the agenda first.
fault-no-sender = There is no address that invitations come from. The administrator sets documents_sender.
fault-no-time-yet = This item has no time yet.
fault-not-https = An address begins with https:// and has no spaces.
document-template-broken = This is no TOML: { $detail }. The default counts.
document-template-whose = There is no organisation with the code "{ $code }"; a template is named after a code, or default.
document-template-not-text = "{ $key }" takes text.
document-template-pale = This colour cannot be read well on white: contrast { $found }, at least { $least }. The default colour counts.
document-template-no-colour = A colour is # with six digits or letters a-f, such as "#154273".
document-template-no-part = This cannot be left out. These can: { $known }.
document-template-unknown-key = There is no "{ $key }" here.{ $near ->
    [none] {""}
   *[other] { " " }Do you mean "{ $near }"?
}
cli-agenda-export = Make a paper of a meeting as a file: for the secretariat, or for one body
cli-agenda-export-meeting = The meeting: number (LET-48, 48) or id
cli-agenda-export-format = Kind of file: md, html, pdf, ics or txt
cli-agenda-export-paper = Which paper: agenda, decisions (list of decisions) or pack (everything in one)
cli-agenda-export-item = The papers of this item alone
cli-agenda-export-reader = For this body (code): only what it is invited for and what a ground for sharing allows
cli-agenda-export-all = All there is to send, in a new folder: the pack of every director and the invitations of every body
cli-agenda-export-out = The file; one that is there already stays as it is
cli-agenda-export-written = Saved as { $file }. Only you can read it.
cli-agenda-export-unsent = Mind: version { $version } is fixed, but not sent yet. A second person must confirm that first.
cli-agenda-export-unsent-decisions = Mind: the decisions are not sent yet. A second person must confirm that first.
cli-agenda-export-for =   for { $body }: { $who }
cli-agenda-export-invites =   invitation for { $body }: { $who }
cli-agenda-export-cancels =   cancellation for { $body }: { $who }
cli-agenda-export-no-address =   without a mail address, to be told by yourself: { $who }
cli-agenda-export-nothing = { $body } has no part in this meeting: there is nothing to send.
cli-agenda-export-left-out = { $count } people are no longer asked; nothing was made for them.
cli-agenda-export-all-ics = With --all the invitations come as ics by themselves; choose md, html, pdf or txt for the packs.
cli-agenda-export-not-written = The file { $file } was not made: { $detail }
cli-value-paper = PAPER

## A meeting that does not go on
let-state-cancelled = CANCELLED
let-move-cancelled = cancelled
let-move-reinstated = goes on after all
why-meeting-cancelled = The meeting was cancelled: its agenda stays as it is.
meeting-state-cancelled = cancelled
fault-meeting-cancelled = The meeting was cancelled: its agenda no longer changes.
fault-meeting-has-decisions = Something was decided or promised at this meeting: it can no longer be cancelled. Take the decisions back and let the commitments lapse first.
fault-item-dealt-with = Something was decided or promised about this item at this meeting: it stays on that agenda, so that it is sent. Propose the case again after the meeting, or take the decision back or let the commitment lapse first.
fault-series-day-taken = { $value } was made for its day of the series meanwhile. Cancel that one first.
fault-meeting-not-cancelled = The meeting is not cancelled.
fault-meeting-past = The meeting no longer lies ahead.
fault-no-next-meeting = No meeting comes after this one whose agenda can still change. Make one, or choose the candidates.
cli-meeting-column-cancelled = Cancelled
cli-meeting-column-went = Cases
cli-meeting-went = { $to ->
    [none] { $count ->
        [0] no cases
        [one] 1 case to the candidates
       *[other] { $count } cases to the candidates
    }
   *[other] { $count ->
        [0] no cases
        [one] 1 case to { $to }
       *[other] { $count } cases to { $to }
    }
}
cli-meeting-cancelled = { $number } was cancelled; { $went }. Nothing was sent.
cli-meeting-reinstated = { $number } goes on after all. Cases back on the agenda: { $back } of { $went }. What was fixed must be fixed and sent again.
cli-meeting-reinstated-concept = { $number } goes on after all. Cases back on the agenda: { $back } of { $went }.
cli-meeting-cancel = Cancel a meeting; what is not a case stays on its agenda
cli-meeting-cancel-meeting = The meeting: number (LET-48, 48) or id
cli-meeting-cancel-reason = Why; no text about a household
cli-meeting-cancel-to = Where the cases go: the candidates, the next meeting, or a meeting (LET-49)
cli-meeting-reinstate = Let a cancelled meeting go on after all, while it lies ahead
cli-meeting-reinstate-meeting = The meeting: number (LET-48, 48) or id
cli-meeting-reinstate-reason = Why; no text about a household

## What a case hears of an agenda
cli-entry-agenda = agenda of the LET
cli-entry-share = shared
entry-decision = { "" }: { $value }
entry-agenda-proposed = proposed for the LET
entry-agenda-placed = on the agenda of { $label }, { $day }
entry-agenda-moved = to the agenda of { $label }, { $day }
entry-agenda-taken-off = off the agenda of { $label }; now a candidate
entry-agenda-dropped = no longer a candidate for the LET
entry-agenda-fixed = agenda of { $label } fixed, { $day }
entry-agenda-held = { $label } held, { $day }
entry-agenda-unheld = that { $label } was held is taken back
entry-agenda-cancelled = { $label } was cancelled, { $day }; now a candidate
entry-agenda-decided = decision of { $label }
entry-agenda-decision-changed = decision of { $label } corrected
entry-agenda-decision-withdrawn = decision of { $label } taken back
entry-agenda-decisions-sent = decisions of { $label } sent
command-signal-share = share
command-signal-share-help = Share parts of the case with a municipality or body: on a ground, for a purpose, up to and including a day.
command-signal-share-also = data disclose ground access body municipality gdpr
command-signal-end-share = end sharing
command-signal-end-share-help = Share the case no longer with an organisation: from then on it sees nothing of it.
command-signal-end-share-also = stop withdraw access sharing end
form-title-share = Share the case
command-signal-duplicate = duplicate
command-signal-duplicate-help = Show signals that may be about the same household, with why; link one or merge them.
command-signal-duplicate-also = duplicate double link merge same household alike
alike-asked = Looking for signals that look like this one.
alike-none = No other signal looks like { $number }.
choose-alike = { $number } looks like these signals. Link one?
alike-no = No, link nothing
alike-no-letter = n
alike-linked = linked already: { $because }
alike-merge = Merge with { $number }
alike-merge-note = this signal goes up in it
alike-key = { $key } = duplicate
fact-alike = Looks like
fact-merged = Merged
merged-goes = into { $into }; Enter goes there
merged-into = into { $into }
choose-merge = Merge { $from } with { $into }?
merge-yes = Yes, { $from } goes up in { $into }
merge-yes-letter = y
merge-about-fields = Comes into { $into }: { $fields }.
merge-about-texts = Stays as it stands in { $into }; what stands here comes into the timeline: { $fields }.
merge-about-from = { $from } keeps all that stands in it and is closed; nothing is written in it any more. It can be taken back.
choose-merged = This signal was merged into { $into }. What do you want to do?
merged-go = Go to { $into }
merged-go-letter = g
merged-back = Take the merging back
merged-back-letter = t
typed-alike = Looks like { $number }: { $because }   { $key } = look
typed-alike-plain = Looks like { $number }: { $because }
choose-typed-alike = What you fill in looks like these signals. Go to one? What you filled in stays a draft.
typed-alike-on = No, go on filling in
typed-alike-on-letter = n
why-no-alikes = No signal is known that looks like what you fill in.
command-text-alikes = looks like
command-text-alikes-help = Show the signals that what you fill in looks like.
command-text-alikes-also = duplicate double alike known household
done-merge = { $number } was merged with { $value }
past-merge = merging of { $number }
undone-merge = Taken back: { $number } is merged with { $value } again
already-merge = { $count } was merged already
done-unmerge = Merging of { $number } taken back
past-unmerge = taking back the merging of { $number }
undone-unmerge = Taken back: { $number } stands by itself again
already-unmerge = { $count } stood by itself already
field-merge = merging
field-unmerge = merging
entry-merge-merged = merged: { $label } went up in this one
entry-merge-merged-into = merged into { $label }: work goes on there
entry-merge-parted = merging with { $label } taken back
entry-merge-fields = { "" }. Taken over: { $fields }
entry-merge-text = { $field }: { $text }
entry-merge-shielded = { $field }: shielded, stands in { $label }
field-attachments = attachments
field-callBacks = promised calls
field-flags = flags
field-reporter-name = name of the reporter
field-reporter-function = function of the reporter
field-reporter-organisation = organisation of the reporter
field-reporter-phone = phone of the reporter
field-reporter-mail = mail of the reporter
cli-entry-merge = merging
cli-merged = { $from } was merged into { $number }: { $title }
cli-unmerged = { $number } stands by itself again: { $title }
cli-signal-merge = Merge a signal into another; nothing of either is lost
cli-signal-merge-number = Number of the signal that goes up in the other
cli-signal-merge-into = Number of the signal that stays
cli-signal-unmerge = Take back that a signal was merged into another
cli-signal-unmerge-number = Number of the signal that went up in another
audit-act-look-alikes = looked for look-alikes
audit-act-merge = merged
audit-act-unmerge = merging taken back
audit-purpose-find-out-whether-a-household-is-known = find out whether a household is known
audit-purpose-work-on-a-case-once = work on a case once
fault-merged = This signal was merged into { $value }. Go on there.
fault-merged-elsewhere = This case was merged into another. Ask the desk how it goes on.
fault-merge-same = A signal cannot be merged into itself.
fault-merge-not-open = { $value } is closed. Open it again first, or only link the signals.
fault-merge-destroyable = The term of retention of { $value } has passed: it is to be destroyed and cannot go up in another.
fault-merge-time-out = A time-out on a decision of { $value } still runs. End it first.
fault-merge-arrangement = A moratorium, bridging or commitment still runs: { $value }. Close it first.
fault-merge-share = The signal is still shared with { $value }. End that first.
fault-merge-agenda = The signal is still on the agenda of { $value }. Take it off first.
fault-merge-candidate = The signal is still a candidate for a meeting. Drop it first.
fault-not-merged = This signal was not merged into another.
fault-merge-target-gone = The signal this one went up in is not there any more. It cannot be taken back.
fault-merge-changed = What came over was changed since: { $value }. It cannot be taken back any more.
form-title-end-share = End sharing
form-share-recipient = With
form-share-basis = Ground
form-share-basis-hint = GDPR 6(1): public task (e), legal obligation (c), vital interest (d), consent (a). Without a ground only what is about nobody goes along.
form-share-law = Act, article
form-share-law-hint = Required for a public task and for a legal obligation.
form-share-purpose = What for
form-share-purpose-hint = Without personal data.
form-share-parts = What
form-share-parts-hint = stalemate, position (own), tried, events, decisions, result, account, reporter, household, notes, commitments (own).
form-share-flags = Heavier by
form-share-flags-hint = special, criminal, secrecy; empty when there is nothing of it.
form-share-decided-by = Decided by
form-share-decided-by-hint = Rather a function than a name.
form-share-until = Through
form-share-until-hint = At most a year ahead; who shares longer decides anew.
form-share-reason = Why
form-share-reason-hint = Without personal data.
form-choice-public-task = public task
form-choice-legal-obligation = legal obligation
form-choice-vital-interest = vital interest
form-choice-consent = consent
form-choice-none = none
share-until = through { $day }
fact-shared = Shared with
fact-shared-until = { $with } through { $day }
fact-reported-by = Reported by
done-share-parts = { $number } is shared with { $with } through { $until }: { $parts }. It cannot be taken back, but ended: { $how }.
done-share = { $number } is shared with { $with }.
share-asked = Share { $number } with { $with }?
share-asked-parts = You share: { $parts }; up to and including { $until }.
share-asked-why = Ground: { $basis }. What for: { $purpose }
share-asked-end = What was read cannot be taken back. It can be ended before: { $how }.
share-asked-no = No, back to the form
share-asked-no-letter = n
share-asked-yes = Yes, share
share-asked-yes-letter = y
done-end-share = { $number } is { $with ->
    [none] shared with nobody any more
   *[other] still shared with { $with }
}.
why-not-shared = This case is shared with nobody.
kept-share = What was shared may have been read: undo does not take it back. End sharing among the actions of the signal.
kept-share-short = not to be undone; may be ended
entry-from = { $organisation }: { $what }
entry-share-recorded = shared with { $label }, through { $day }: { $fields }
entry-share-ended = sharing with { $label } ended
share-field-stalemate = stalemate
share-field-positions = position
share-field-tried = tried
share-field-events = events
share-field-decisions = decisions
share-field-results = result
share-field-account = account
share-field-reporter = reporter
share-field-household = household
share-field-notes = notes
share-field-commitments = commitments

## Lessons
lesson-kind-law = law
lesson-kind-policy = policy
lesson-kind-execution = execution
lesson-kind-cooperation = cooperation
lesson-kind-data-sharing = sharing data
lesson-kind-treatment = treatment
lesson-state-new = new
fault-personal-mail = A mail address stands here. A lesson leaves the case: take it out.
fault-personal-phone = A phone number stands here. A lesson leaves the case: take it out.
fault-personal-of-case = A name or reference of the case stands here. Take it out, or say that you looked (looked).
fault-personal-doubt = This looks like a name, address, account number, date of birth, age, diagnosis or nationality. Take it out, or say that you looked (looked).
fault-ground-not-in-force = This ground is no law yet. Choose one that is, or share without a ground only what is about nobody.
fault-part-needs-ground = This part needs a ground: it is about a person.
fault-not-shared = This part of the case is not shared with your organisation. Ask the desk for it.
fault-position-changed = The position was changed meanwhile. Read the case again.
fault-share-over = It is not shared any more: that was ended, or its last day has passed.
cli-share = Share parts of a case with another organisation, see with whom, and end that
cli-share-add = Share a case with an organisation, on a ground, up to and including a day
cli-share-add-number = Number: S-2026-00421, S-421 or 421
cli-share-add-with = The organisation, by name or abbreviation
cli-share-add-ground = On what it rests: { $values }. Without a ground (none) only what is about nobody goes along
cli-share-add-law = Act and article; required for public-task and legal-obligation
cli-share-add-flags = What makes it heavier; may be repeated: { $values }
cli-share-add-purpose = What for; without personal data
cli-share-add-parts = What you share; may be repeated: { $values }
cli-share-add-decided-by = Who decided: the function first
cli-share-add-until = The last day (through), at most a year ahead
cli-share-list = Show with whom a case is and was shared; the read is logged
cli-share-list-number = Number: S-2026-00421, S-421 or 421
cli-share-end = End sharing before its last day; from then on the recipient sees nothing of it
cli-share-end-id = Id of the share
cli-share-end-reason = Why; without personal data
cli-share-added = { $number } is shared with { $with }, through { $day }.
cli-share-ended = { $number } is no longer shared with { $with }.
cli-share-none = { $number } is shared with nobody.
cli-share-reported-by = { $number } was reported by { $by }, who sees its own report.
cli-share-column-with = With
cli-share-column-state = State
cli-share-column-until = Through
cli-share-column-ground = Ground
cli-share-column-parts = What
cli-share-column-purpose = What for
cli-share-column-by = Decided by
cli-share-column-id = Id
share-basis-public-task = public task
share-basis-legal-obligation = legal obligation
share-basis-vital-interest = vital interest
share-basis-consent = consent
share-basis-alignment = afstemmingsbepaling (proposed)
share-basis-wams = Wams (proposed)
share-basis-none = none: only what is about nobody
share-state-standing = shared
share-state-ended = ended
share-state-lapsed = over
cli-case = For municipalities and bodies: cases that your organisation reported and those shared with it
cli-case-list = Show the cases, newest first
cli-case-list-limit = At most so many (200 on the screen, all in JSON)
cli-case-show = Show a case; the read is logged
cli-case-show-number = Number: S-2026-00421, S-421 or 421
cli-case-show-reveal = Show what is shielded too; that is logged by itself
cli-case-add = Report a case of your municipality to the desk
cli-case-add-title = Title: kind of problem and bodies, without names
cli-case-add-json-input = The whole report as JSON, as for POST /v1/cases; - reads standard input. Name, phone and mail of the reporter go along only this way: an option stands in the list of processes
cli-case-add-account = Only "-": the account comes from standard input. What is an option stands in the list of processes
cli-case-add-body = Body in the stalemate, by name or abbreviation; may be repeated
cli-case-add-life-domain = Life domain; may be repeated: { $values }
cli-case-add-urgency = Urgency: { $values }
cli-case-add-threat = Threatening event
cli-case-add-threat-on = Day of the threatening event
cli-case-add-decision-body = Body that made a decision
cli-case-add-decision-reference = Reference of the decision
cli-case-add-decision-sent = Day the decision was announced (sent)
cli-case-note = Write a note in a case; the text comes from standard input
cli-case-note-number = Number: S-2026-00421, S-421 or 421
cli-case-note-text = Only "-", which may be left out: the note comes from standard input, so that it is not in the list of processes
cli-case-none = There are no cases that your organisation reported or that are shared with it.
cli-case-desk = the desk
cli-case-relation-own = own report
cli-case-relation-shared = shared through { $day }
cli-case-column-number = Number
cli-case-column-title = Title
cli-case-column-status = Status
cli-case-column-urgency = Urgency
cli-case-column-received = Received
cli-case-column-hard-date = Hard date
cli-case-column-relation = Access
cli-case-column-stalemate = Stalemate
cli-case-column-life-domains = Life domains
cli-case-column-position = Position
cli-case-column-tried = Tried
cli-case-column-event = Threatens
cli-case-column-decision = Decision
cli-case-column-desired-household = Household wants
cli-case-column-desired-professional = Reporter wants
cli-case-column-commitment = Commitment
cli-case-column-time-out = Time-out
cli-case-column-reporter = Reporter
cli-case-column-household = Household
cli-case-column-shielded = Shielded
cli-lesson = Lessons from cases and meetings, without personal data
cli-lesson-add = Note a lesson, about a case or at an item of an agenda
cli-lesson-add-signal = The case: number or id
cli-lesson-add-item = The item: id, meeting and place (48/3), or number of a case among the candidates
cli-lesson-add-kind = What it is about
cli-lesson-add-law = The law
cli-lesson-add-article = The article
cli-lesson-add-bodies = A body (code) it is about; may be repeated
cli-lesson-add-text = The pattern, without personal data, from standard input
cli-lesson-add-looked = You looked: what looks like a name, an age, a diagnosis or a nationality is none of a person
cli-lesson-list = List the lessons, newest first
cli-lesson-list-kind = Only of this kind
cli-lesson-list-meeting = Only those of this meeting (LET-48)
cli-lesson-list-limit = At most so many (200 on the screen, all in a file or JSON)
cli-lesson-show = Show a lesson; the read is logged
cli-lesson-show-id = Id of the lesson
cli-lesson-change = Change a lesson; what you do not name stays
cli-lesson-change-id = Id of the lesson
cli-lesson-change-kind = What it is about
cli-lesson-change-law = The law
cli-lesson-change-article = The article
cli-lesson-change-bodies = A body (code) it is about; may be repeated
cli-lesson-change-text = The pattern, without personal data, from standard input
cli-lesson-change-looked = You looked: what looks like a name, an age, a diagnosis or a nationality is none of a person
cli-lesson-noted = The lesson was noted.
cli-lesson-changed = The lesson was changed.
cli-lesson-none = There are no lessons like that.
cli-lesson-column-id = Id
cli-lesson-column-kind = Kind
cli-lesson-column-state = State
cli-lesson-column-law = Law
cli-lesson-column-bodies = Bodies
cli-lesson-column-pattern = Pattern
cli-lesson-column-cases = Cases
cli-lesson-column-meeting = Meeting
cli-lesson-column-noted = Noted
paper-lessons-noted = Lessons noted: { $count }
paper-timeline = Course of the case
paper-steps-left-out = { $count ->
    [one] One earlier step is in the case.
   *[other] { $count } earlier steps are in the case.
}
paper-step-received = signal received
paper-step-status = status: from { $old } to { $new }
paper-step-time-out-confirmed = time-out confirmed
paper-step-time-out-extended = time-out extended
paper-step-time-out-ended = time-out ended
paper-step-time-out-lapsed = time-out lapsed
paper-step-moratorium-recorded = moratorium recorded
paper-step-moratorium-ended = moratorium ended
paper-step-moratorium-reopened = moratorium reopened
paper-step-agenda-held = discussed in { $label }

## Pane 2: cancelling, papers with an item, lessons
command-agenda-cancel-meeting = cancel meeting
command-agenda-cancel-meeting-help = The meeting does not go on: choose where its cases go.
command-agenda-cancel-meeting-also = call off annul drop postpone
command-agenda-reinstate-meeting = reinstate meeting
command-agenda-reinstate-meeting-help = A cancelled meeting goes on after all, while it lies ahead.
command-agenda-reinstate-meeting-also = restore revive reopen
command-agenda-not-held = not held after all
command-agenda-not-held-help = Take back that the meeting was held, as long as its decisions were not sent.
command-agenda-not-held-also = mistake mend revert held meeting
command-agenda-end-ground = end ground
command-agenda-end-ground-help = Share nothing more on a ground from now on, also when the meeting was held.
command-agenda-end-ground-also = consent withdrawn stop sharing gdpr
command-agenda-series = meeting series
command-agenda-series-help = See, make, change or end a series of meetings.
command-agenda-series-also = series repeat weekly monthly recurring plan ahead
command-agenda-item-papers = papers of the item
command-agenda-item-papers-help = Read a paper and its earlier versions, add one, change it or withdraw it.
command-agenda-item-papers-also = attachment document letter late version difference read
command-agenda-note-lesson = note lesson
command-agenda-note-lesson-help = Note a lesson at this item or change one, without personal data.
command-agenda-note-lesson-also = pattern law policy execution learn
why-meeting-goes-on = The meeting was not cancelled.
form-title-let-cancel = Cancel meeting
form-title-let-reinstate = Reinstate meeting
form-title-let-new-paper = New paper
form-title-let-paper = Change paper
form-title-let-lesson = Lesson
lesson-new = New lesson
lesson-new-letter = n
choose-lesson = Which lesson?
form-title-let-change-lesson = Change a lesson
done-agenda-change-lesson = Lesson changed at { $title }.
form-let-cancel-reason = Reason
form-let-cancel-reason-hint = Why the meeting does not go on; nothing about a household.
form-let-cancel-to = Cases to
form-let-cancel-to-hint = Where the cases of this agenda go.
form-let-cancel-no-next = After this meeting there is none whose agenda can still change. Choose the candidates, or make a meeting first.
form-let-reinstate-reason = Reason
form-let-reinstate-reason-hint = Why the meeting goes on after all; nothing about a household.
form-let-number-other = This is not the number of this meeting. Type the number that stands above this form.
form-choice-candidates = candidates
form-choice-next-meeting = next meeting
agenda-cancel = Cancel meeting
agenda-cancel-letter = m
agenda-reinstate = Reinstate
agenda-reinstate-letter = r
let-cancel-because = Reason: { $reason }
let-cancel-went = { $to ->
    [none] { $count ->
        [0] no cases
        [one] 1 case to the candidates
       *[other] { $count } cases to the candidates
    }
   *[other] { $count ->
        [0] no cases
        [one] 1 case to { $to }
       *[other] { $count } cases to { $to }
    }
}
let-cancel-stays = What is not a case stays on this agenda.
let-cancel-nobody = The agenda was never fixed: there is a cancellation for no body.
let-cancel-told = For whoever was asked in a fixed version there is then a cancellation for their own calendar. Invited now: { $bodies }. loket sends nothing itself; to save them: loket agenda export --meeting { $number } --all --out FOLDER
let-cancelled-by = { $reason } ({ $name }, { $day }); { $went }
let-reinstate-back = Cases come back when they are still where they went.
let-reinstate-told = Whoever got a cancellation hears that it goes on only once the agenda was fixed and sent again. Invited now: { $bodies }.
meeting-fact-cancelled = Cancelled
done-agenda-cancel = { $number } was cancelled; { $went }.
done-agenda-reinstate = { $number } goes on after all. Fix the agenda again and send it.
done-agenda-reinstate-concept = { $number } goes on after all. Fix the agenda and send it.
choose-item-paper = Which paper?
choose-of-item-paper = What is to be done with this paper?
item-paper-new = New paper
item-paper-new-letter = n
item-paper-change = Change
item-paper-change-letter = c
item-paper-withdraw = Withdraw
item-paper-withdraw-letter = w
item-paper-restore = Put back
item-paper-restore-letter = p
item-paper-for = for { $bodies }
item-paper-nobody = secretariat and chair only
item-paper-version = version { $number }
item-paper-late = late: after { $day }
item-paper-read = Read
item-paper-read-letter = r
item-paper-compare = What differs from the version before
item-paper-compare-letter = d
item-paper-earlier = Earlier version
item-paper-earlier-letter = e
item-paper-later = Later version
item-paper-later-letter = l
item-paper-versions = All versions…
item-paper-versions-letter = a
item-paper-against = What differs from another version…
item-paper-against-letter = o
item-papers-none = There are no papers with this item.
choose-paper-version = Which version?
choose-paper-against = What differs from which version?
item-paper-head = Paper
item-paper-of = version { $number } of { $last }
item-paper-differs = What differs from version { $number }
item-paper-newer = ! There is a newer version: { $number }
item-paper-no-text = No text; the document is at the address above.
item-paper-gone = - gone
item-paper-added = + new
item-paper-same = It says the same.
item-paper-put-back = It says the same; the paper was taken back or put back.
item-paper-unchanged = { $count ->
    [one] … one line that stayed the same
   *[other] … { $count } lines that stayed the same
}
reading-paper = Reading the paper…
form-paper-title = Title
form-paper-on = Day
form-paper-on-hint = The day that stands on the paper; may stay empty.
form-paper-address = Address
form-paper-address-hint = Where the document is, as an address that begins with https://
form-paper-address-wrong = Give an address without blanks that begins with https://
form-paper-bodies = For
form-paper-bodies-hint = Which bodies get it; empty: secretariat and chair only.
form-paper-text = Text
form-paper-text-hint = What stands in it, or give the address above.
form-paper-empty = Give the text of the paper, or the address where it is.
done-agenda-new-paper = Paper added at { $title }.
done-agenda-paper = Paper changed at { $title }: a new version.
done-agenda-paper-back = Paper withdrawn. Earlier versions stay readable.
done-agenda-paper-again = The paper goes with it again.
past-agenda-paper = paper of { $title }
section-let-papers = Papers
section-let-lessons = Lessons
form-lesson-kind = Kind
form-lesson-kind-hint = law, policy, execution, cooperation, data sharing or treatment
form-lesson-law = Law
form-lesson-article = Article
form-lesson-bodies = About
form-lesson-bodies-hint = Which bodies it is about.
form-lesson-pattern = Pattern
form-lesson-pattern-hint = What happens again and again, without names or other data of persons.
form-lesson-looked = Looked
form-lesson-looked-hint = yes: you looked, and what looks like personal data is none.
form-choice-law = law
form-choice-policy = policy
form-choice-execution = execution
form-choice-cooperation = cooperation
form-choice-data-sharing = data sharing
form-choice-treatment = treatment
done-agenda-lesson = Lesson noted at { $title }.
item-lessons-none = No lesson was noted at this item; read at { $time }.
item-lessons-read = Read at { $time }; open the item again for what was noted later.
item-lessons-more = Read at { $time }. There are more at this meeting than were read here.

# Series of meetings
series-weekday-monday = Monday
series-weekday-tuesday = Tuesday
series-weekday-wednesday = Wednesday
series-weekday-thursday = Thursday
series-weekday-friday = Friday
series-weekday-saturday = Saturday
series-weekday-sunday = Sunday
series-week-first = first
series-week-second = second
series-week-third = third
series-week-fourth = fourth
series-week-last = last
series-rule-weeks = { $every ->
    [1] every { $weekday }
   *[other] every { $every } weeks on { $weekday }
}
series-rule-months = { $every ->
    [1] every month on the { $week } { $weekday }
   *[other] every { $every } months on the { $week } { $weekday }
}
series-until = , until { $day } included
series-on-holiday-skip = skip it
series-on-holiday-move = move to the next working day
series-day-kept = as planned
series-day-moved = moved to the next working day
series-day-skipped = skipped
series-day-no-such-time = skipped: the clock is put forward then
series-day-gone = outside the series
series-left-alone = , left alone
choose-series = Series of meetings
series-none = There are no series.
series-new = New series
series-new-letter = n
series-begin = Begin the series
series-begin-letter = b
series-begin-word = begin the series
series-change = Change
series-change-letter = c
series-end = End
series-end-letter = e
series-end-word = end
series-day-later = made later
series-makes = New: { $day }
series-rewrites = { $number }, { $day }: gets what was changed
series-moves = { $number }: from { $before } to { $day }
series-leaves = { $number }, { $day }: stays as it is, somebody worked on it
series-cancels = { $number }, { $day }: is cancelled
series-nothing = No meeting changes.
series-unread = The meetings of this series were not read yet; what nobody worked on changes along.
done-series-new = { $number } has begun: { $count ->
    [one] one meeting was made.
   *[other] { $count } meetings were made.
}
done-series-change = { $number } was changed, with the meetings nobody worked on.{ $left ->
    [0] {""}
   *[other] {" "}Left alone: { $numbers }.
}
done-series-end = { $number } was ended; later meetings nobody worked on are cancelled.{ $left ->
    [0] {""}
   *[other] {" "}These stay: { $numbers }.
}
meeting-fact-series = Series
form-title-series-new = New series
form-title-series = Change a series
form-title-series-end = End a series
form-series-name = Name
form-series-name-hint = What you call the series; may be empty.
form-series-standing = Standing
form-series-standing-hint = Standing items in order, with a comma between. Counts for meetings that are made from now on.
form-series-standing-wrong = Choose from: opening, commitments, lessons, close; each once at most, with a comma between.
form-series-weekday = Day
form-series-week = Rhythm
form-series-every = Every
form-series-every-hint = Every so many weeks, or so many months with first to last.
form-series-every-wrong = Give a number from 1 to 12: every so many weeks or months.
form-series-time = Begins
form-series-time-wrong = Give the beginning as a time, such as 13:30.
form-series-minutes = Minutes
form-series-ahead = Ahead
form-series-ahead-hint = So many meetings stand ready at any time.
form-series-ahead-wrong = Give a number from 1 to 24: so many meetings stand ready at any time.
form-series-from = From
form-series-from-hint = No meeting before this day.
form-series-until = Until
form-series-until-hint = The last day; empty: the series goes on.
form-series-until-wrong = This cannot be: the last day is before the first, or a number or text is too large.
form-series-on-holiday = Holiday
form-series-on = Last day
form-series-on-hint = After this day the meetings nobody worked on are cancelled.
form-series-on-wrong = This day is before the series begins.
form-series-reason = Reason
form-series-reason-hint = Stands with a meeting that is cancelled by this; nothing about a household.
form-series-days = { $rule }: { $days }…
form-series-no-days = { $rule }: there is no meeting.
form-choice-monday = Mon
form-choice-tuesday = Tue
form-choice-wednesday = Wed
form-choice-thursday = Thu
form-choice-friday = Fri
form-choice-saturday = Sat
form-choice-sunday = Sun
form-choice-weeks = by week
form-choice-first = first
form-choice-second = second
form-choice-third = third
form-choice-fourth = fourth
form-choice-last = last
form-choice-move = next working day
form-choice-skip = skip
cli-meeting-column-name = Name
cli-meeting-column-rule = When
cli-meeting-column-from = From
cli-meeting-column-on-holiday = On a holiday
cli-meeting-column-ahead = Made ahead
cli-meeting-column-fate = What becomes of it
cli-meeting-column-series = Series
cli-meeting-series = Series: meetings that are made ahead
cli-meeting-series-list = List the series
cli-meeting-series-show = Show a series with its coming days; the read is logged
cli-meeting-series-show-series = The series: number (REEKS-3, 3) or id
cli-meeting-series-create = Begin a series; its first meetings are made at once
cli-meeting-series-create-name = What you call the series
cli-meeting-series-create-weekday = The day of the week: { $values }
cli-meeting-series-create-every = Every so many weeks, or months when --week is said
cli-meeting-series-create-week = Which one of the month: { $values }
cli-meeting-series-create-from = No meeting before this day
cli-meeting-series-create-until = The last day (included); without this the series goes on
cli-meeting-series-create-time = Begins, on the clock in the Netherlands
cli-meeting-series-create-minutes = Minutes
cli-meeting-series-create-on-holiday = What becomes of a public holiday: { $values } (to the next working day)
cli-meeting-series-create-ahead = So many meetings are made ahead
cli-meeting-series-create-standing = Standing item; may be repeated; all without this: { $values }
cli-meeting-series-create-place = Where
cli-meeting-series-create-video = Address of the video
cli-meeting-series-create-chair = The independent chair
cli-meeting-series-create-secretary = The secretary
cli-meeting-series-create-confidentiality = What is confidential
cli-meeting-series-create-papers-days = Papers are due so many working days before
cli-meeting-series-change = Change a series; it counts for the meetings that nobody worked on, the others are named
cli-meeting-series-change-series = The series: number (REEKS-3, 3) or id
cli-meeting-series-change-name = What you call the series
cli-meeting-series-change-weekday = The day of the week: { $values }
cli-meeting-series-change-every = Every so many weeks, or months when --week is said
cli-meeting-series-change-week = Which one of the month: { $values }
cli-meeting-series-change-by-week = By weeks from now on, not by months
cli-meeting-series-change-from = No meeting before this day
cli-meeting-series-change-until = The last day (included)
cli-meeting-series-change-open = Without an end
cli-meeting-series-change-time = Begins, on the clock in the Netherlands
cli-meeting-series-change-minutes = Minutes
cli-meeting-series-change-on-holiday = What becomes of a public holiday: { $values } (to the next working day)
cli-meeting-series-change-ahead = So many meetings are made ahead
cli-meeting-series-change-standing = Standing item; may be repeated; counts for meetings that are made from now on: { $values }
cli-meeting-series-change-place = Where
cli-meeting-series-change-video = Address of the video
cli-meeting-series-change-chair = The independent chair
cli-meeting-series-change-secretary = The secretary
cli-meeting-series-change-confidentiality = What is confidential
cli-meeting-series-change-papers-days = Papers are due so many working days before
cli-meeting-series-change-reason = Why; stands with a meeting that is cancelled by it
cli-meeting-series-end = End a series after a day: later meetings that nobody worked on are cancelled, the others are named
cli-meeting-series-end-series = The series: number (REEKS-3, 3) or id
cli-meeting-series-end-on = The last day (included)
cli-meeting-series-end-reason = Why; stands with the meetings that are cancelled
cli-meeting-series-none = There are no series.
cli-meeting-series-created = { $number } has begun; its coming meetings were made.
cli-meeting-series-changed = { $number } was changed, with the coming meetings that nobody worked on.
cli-meeting-series-standing-later = The standing items count for meetings that are made from now on. The agenda of those that are there stays as it is.
cli-meeting-series-ended = { $number } was ended; later meetings that nobody worked on were cancelled.
cli-meeting-series-left = { $count ->
    [1] Left alone, because somebody worked on it: { $numbers }. See whether it stays as it is, and change or cancel it yourself.
   *[other] Left alone, because somebody worked on them: { $numbers }. See whether they stay as they are, and change or cancel them yourself.
}

# Deliveries of the register.
cli-register-deliver = Deliver a file: shows what would change, and changes nothing yet
cli-register-deliver-file = File (CSV); - reads standard input
cli-register-deliver-full = Full for these organisations (codes): who stands in the register and not in the file, ends
cli-register-deliver-full-all = Full for every organisation in the register
cli-register-deliver-partial = Partial: nobody ends (also when you choose nothing)
cli-register-deliver-errors = Put the lines with errors in this new file, to correct and deliver again
cli-register-deliver-dry-run = Only show what would change, and do not keep the delivery
cli-register-deliver-after =
    How it goes:
        loket register deliver register.csv --full-all --errors errors.csv
        loket register delivery show 3 --only changed
        loket register delivery apply 3
        loket register deliver errors.csv --partial     (after you corrected errors.csv)
        loket register delivery undo 3                  (if it was not right after all)

    A line with an error does not hold up the rest; who stands on such a line does not end.
    Exit code: 0 no errors, 65 there are lines with errors.
cli-register-deliver-was-partial = This is a partial delivery: nobody ends. If the file is complete, use --full CODE or --full-all.
cli-register-deliver-errors-in = The lines with errors are in { $file }. Correct them and deliver that file again with --partial.
cli-register-deliver-errors-failed = The lines with errors could not be written to { $file }: { $detail } The delivery itself did arrive; see loket register delivery list.
cli-register-delivery = Look at deliveries of the register, apply, reject and undo them
cli-register-delivery-list = Show the last hundred deliveries
cli-register-delivery-show = Show what a delivery would change or has changed
cli-register-delivery-show-number = Number of the delivery
cli-register-delivery-show-only = Only these lines, all of them: { $values }
cli-register-delivery-show-limit = At most so many (200 on a screen, all in JSON)
cli-register-delivery-apply = Apply a delivery to the register, all at once
cli-register-delivery-apply-number = Number of the delivery
cli-register-delivery-apply-as-version = Only when the delivery still has this version, as it was shown
cli-register-delivery-apply-vanished = Yes, nobody is left of these organisations (codes)
cli-register-delivery-apply-keep = No, leave these organisations (codes) as they are
cli-register-delivery-reject = Reject a delivery; nothing in the register changes
cli-register-delivery-reject-number = Number of the delivery
cli-register-delivery-undo = Undo a delivery that was applied; what was changed since stays so and is named
cli-register-delivery-undo-number = Number of the delivery
cli-register-delivery-none = There are no deliveries.
cli-register-delivery-tried = Tried: nothing was kept and nothing changed.
cli-register-delivery-waits = Delivery { $number } ({ $name }) waits. Nothing in the register has changed yet.
cli-register-delivery-applied = Delivery { $number } ({ $name }) was applied by { $by }.
cli-register-delivery-rejected = Delivery { $number } ({ $name }) was rejected by { $by }. Nothing in the register has changed.
cli-register-delivery-undone = Delivery { $number } ({ $name }) was undone by { $by }: { $undone } put back, { $conflicts } not.
cli-register-delivery-conflict = Not put back, for it was changed since: { $who }
cli-register-delivery-more = … all: loket register delivery show { $number } --only { $kind }
cli-register-delivery-vanished = Mind: nobody would be left of { $code } { $name } ({ $entries } would end). Confirm that, or leave the organisation as it is.
cli-register-delivery-held = Mind: { $entries } stand in no line and yet stay, for of a line with an error nobody can tell whom it is about.
cli-register-delivery-vanished-was = Nobody is left of { $code } { $name } ({ $entries } ended).
cli-register-delivery-vanished-kept = { $code } { $name } stayed as it was ({ $entries } in the register).
cli-register-delivery-to-apply = Apply:
cli-register-delivery-to-keep = Apply, and leave these as they are:
cli-register-delivery-to-reject = Reject:
cli-register-delivery-to-undo = Undo:
cli-register-delivery-merger = { $from } into { $into } from { $on }
cli-register-delivery-counts = { $new } new, { $changed } changed, { $gone } ending, { $errors } with an error
cli-register-delivery-line = line { $line }: { $who }
cli-column-delivery-counts = what it does
delivery-state-waiting = waits
delivery-state-applied = applied
delivery-state-rejected = rejected
delivery-state-undone = undone
delivery-lines-new = new
delivery-lines-changed = changed
delivery-lines-gone = ending
delivery-lines-errors = errors
delivery-lines-unchanged = unchanged
cli-register-merge = Municipalities go on in another one: their officers move, as a delivery that you still apply
cli-register-merge-from = The municipalities that end (codes, such as GM0501)
cli-register-merge-into = The municipality they go on in (code)
cli-register-merge-on = From which day on; it cannot be applied before
cli-register-merge-dry-run = Only show what would change, and keep nothing
cli-register-merge-unknown = { $value } is no municipality. Give a code such as GM0501.
cli-register-export = Give the register as a file that can be delivered again
cli-register-export-organisation = Only these organisations (codes, separated by commas)
cli-register-export-csv = As CSV (also when you choose nothing)
cli-register-export-done = { $count } officers.
fault-not-yours = This is of another organisation. You maintain { $value } only.
fault-not-in-person = Only somebody who signed in with "loket login" can propose or confirm: a token does not say who sends it.
fault-delivered-twice = The same officer is also on line { $value }, with other facts.
fault-several-entries = The register has { $value } officers with this organisation, function and name. Change them there yourself.
fault-delivery-settled = This delivery does not wait any more: it was applied, rejected or undone. Deliver the file again if you want it all the same.
fault-delivery-not-applied = This delivery was not applied, or was undone already.
fault-delivery-too-early = This is possible from { $value } on.
fault-delivery-later = Delivery { $value } changed the same officers after it. Undo that one first.
fault-store-gone = The server cannot reach its store. Nothing was saved. Try again in some seconds; if it lasts, the administrator must look.
fault-store-locked = Another program holds the store of the server. Nothing was saved. Try again in a moment; if it lasts, the administrator must close that program.
fault-store-full = The disk of the server is full. Nothing was saved; reading still works. The administrator must make room: after that saving works again.
fault-store-read-only = The store of the server can only be read. Nothing was saved. The administrator must restore the right to write.
fault-audit-log = The audit log of the server cannot be written now. Nothing is shown or saved that is not written down in it.
fault-store-slow = The store of the server does not answer in time. Nothing was saved. Try again in some seconds.
fault-delivery-changed = The register changed since this delivery was looked at. Nothing was applied. Look at it again; among those that are other now: { $value }
fault-vanished-not-confirmed = Nobody would be left of { $value }. Confirm that with the code (--vanished), or leave the organisation as it is (--keep).
cli-register-deliver-errors-there = { $file } is there already. Give another name for the lines with errors; nothing was sent.
cli-register-delivery-unknown = { $value } is no organisation. Give a code such as GM0344 or UWV.
# Audit log
db-fault-audit-rewritten = Log of { $subject }: this row is another than was kept outside the database; the chain was rewritten
db-fault-audit-cut-back = Log of { $subject }: from here on what was kept outside the database is missing; the end was cut off, or an older database was put back
db-fault-audit-beyond = Log of { $subject }: this row stands beyond the head of the chain
cli-serve-audit-heads = File that gets the heads of the audit log every five minutes (or LOKET_AUDIT_HEADS); keep it outside this machine
cli-serve-audit-syslog = Send those heads to the log of the system too (or LOKET_AUDIT_SYSLOG)
cli-audit = The audit log: who saw and did what
cli-audit-list = Show rows, newest first; that you look is written down too
cli-audit-list-person = Only of this person: id of the account, or the whole name
cli-audit-list-object = Only about this case (number) or this object (id)
cli-audit-list-verb = Only this verb, as "loket policy" names it
cli-audit-list-from = From this day on
cli-audit-list-to = Up to and including this day
cli-audit-list-result = Only what ended so: { $values }
cli-audit-list-limit = At most so many (200 on the screen, all in JSON)
cli-audit-export = Give every row, each as a line of JSON; the export is in the log itself too
cli-audit-export-person = Only of this person: id of the account, or the whole name
cli-audit-export-object = Only about this case (number) or this object (id)
cli-audit-export-verb = Only this verb, as "loket policy" names it
cli-audit-export-from = From this day on
cli-audit-export-to = Up to and including this day
cli-audit-export-result = Only what ended so: { $values }
cli-audit-verify = Recompute the audit log, in the database itself
cli-audit-verify-heads = File with heads that was kept outside the database (see: loket serve --audit-heads)
cli-audit-none = There are no rows like that.
cli-audit-exported = { $count ->
    [one] 1 row exported.
   *[other] { $count } rows exported.
}
cli-audit-heads-unreadable = The file with heads { $file } cannot be read: { $detail }
cli-audit-heads-line = Line { $line } of the file with heads is none: cut off or changed.
cli-audit-verified = { $rows } rows recomputed, { $kept } kept heads found: { $broken ->
    [0] all is well
    [one] 1 chain does not hold
   *[other] { $broken } chains do not hold
}
cli-audit-column-seq = No
cli-audit-column-at = When
cli-audit-column-account = Account
cli-audit-column-name = Who
cli-audit-column-role = Role
cli-audit-column-organisation = Organisation
cli-audit-column-verb = What
cli-audit-column-object = With what
cli-audit-column-purpose = What for
cli-audit-column-result = End
cli-audit-column-origin = From
cli-audit-column-request = Request
audit-result-done = done
audit-result-refused = refused
audit-result-failed = failed

# The pane of the privacy officer
tab-traces = Oversight
tab-traces-short = Overs.
scope-traces = Audit log
scope-traces-short = log
command-global-pane-traces = oversight
command-global-pane-traces-help = Go to the audit log: who saw what, and what is unusual.
command-global-pane-traces-also = audit log privacy traces access pane 5 window
command-traces-patterns = unusual
command-traces-patterns-help = Show what is unusual in the last week.
command-traces-patterns-also = patterns odd start
command-traces-sample = sample
command-traces-sample-help = Show twenty reads of the last week, drawn by lot.
command-traces-sample-also = lot weekly check
command-traces-log = all rows
command-traces-log-help = Show every row, newest first.
command-traces-log-also = log list everything
command-traces-who-saw = who saw this
command-traces-who-saw-help = Show who saw the case of this row.
command-traces-who-saw-also = case file access
command-traces-what-saw = what they saw
command-traces-what-saw-help = Show what the person of this row saw and did.
command-traces-what-saw-also = employee person account
command-traces-looked = looked at
command-traces-looked-help = Note that you looked at this row of the sample.
command-traces-looked-also = tick checked seen
why-on-traces = That works in the audit log only.
why-only-sample = Only a row of the sample is noted as looked at.
why-looked-already = This row was looked at already.
trace-looked = Noted that you looked at this row.
traces-patterns = Unusual in the week of { $week }
traces-sample = Sample of the week of { $week }
traces-log = Every row, newest first
traces-about = Who saw { $about }
traces-person = What { $name } saw and did
traces-find = Number of a case, or whole name
traces-loading = The audit log is asked of { $server }. That you look is written down in it too.
traces-no-patterns = Nothing was unusual in the last week.
traces-no-patterns-advice = The sample is there all the same: { $key }.
traces-no-sample = No case or card was opened in the last week.
traces-no-sample-advice = The sample is about the last week that is over, Monday up to and including Sunday.
traces-none = There are no rows like that.
traces-none-advice = Look for another number or a whole name: { $key }.
traces-count-more = first { $count }
traces-looked = { $looked } of { $count } looked at
trace-head-at = when
trace-head-name = who
trace-head-what = what
trace-head-pattern = unusual
trace-head-about = with what
trace-head-result = end
trace-head-looked = looked
trace-not-looked = not yet
trace-row = row { $seq }
trace-fact-who = Who
trace-fact-what = What
trace-fact-about = With what
trace-fact-purpose = What for
trace-fact-when = When
trace-fact-from = From
trace-fact-request = Request
trace-fact-looked = Looked at
trace-fact-unusual = Unusual
trace-fact-rule = Rule
trace-fact-means = Meaning
trace-means = Unusual is not wrong. Ask before you judge; Enter shows what this person saw.
audit-pattern-municipality = { $count } cases of { $about } opened, none of them worked on
audit-pattern-again = { $about } opened in { $count } quarters of an hour, nothing done in it
audit-pattern-night = { $count } cases or cards opened between 22:00 and 06:00
audit-pattern-many = { $count } cases and cards opened; usually { $usual } a week
audit-pattern-denied = { $count } times asked for what was refused or is not there
audit-rule-many = At least { $least } in the week, and more than { $times } times the own median of the { $weeks } weeks before.
audit-rule-night = At least { $least } different ones between 22:00 and 06:00, Dutch time.
audit-rule-again = The same case opened in at least { $least } quarters of an hour, without changing or noting anything in it.
audit-rule-municipality = At least { $least } cases of one municipality opened, without changing or noting anything in them.
audit-rule-denied = At least { $least } times in the week.
plain-prompt-traces = oversight>
plain-help-traces = This is the audit log. Type the number of a row to open it, /421 for who saw a case, /name for what somebody saw, and the name of a command to do it.
audit-entity-agenda-candidate = candidates
audit-entity-agenda-item = agenda item
audit-entity-agenda = agenda
audit-entity-alarm = alarms
audit-entity-audit = audit log
audit-entity-bridging = bridging
audit-entity-changes = changes
audit-entity-commitment = commitment
audit-entity-confirmation = confirmation
audit-entity-deadline = deadline
audit-entity-delivery = delivery
audit-entity-edition = fixed agenda
audit-entity-events = events
audit-entity-feed-token = calendar address
audit-entity-invitation = invitation
audit-entity-item-paper = paper
audit-entity-lesson = lesson
audit-entity-let-decision = LET decision
audit-entity-meeting-series = series of meetings
audit-entity-meeting = meeting
audit-entity-moratorium = moratorium
audit-entity-officer = officer
audit-entity-papers = papers
audit-entity-signal = signal
audit-entity-time-out = time-out
audit-entity-view = view
audit-act-amend = changed
audit-act-apply = applied
audit-act-at-hand = taken along
audit-act-body-confirmed = confirmed by body
audit-act-cancel = cancelled
audit-act-claim = claimed
audit-act-confirm = confirmed
audit-act-contact = contact noted
audit-act-create = made
audit-act-delete = deleted
audit-act-drop = dropped
audit-act-end = ended
audit-act-export = exported
audit-act-extend = extension proposed
audit-act-feed = read as calendar
audit-act-fix = fixed
audit-act-history = history read
audit-act-hold = held
audit-act-keep = kept
audit-act-lapse = lapsed
audit-act-list = list read
audit-act-look = sample looked at
audit-act-move = moved
audit-act-note = note
audit-act-propose = proposed
audit-act-publish = sending proposed
audit-act-read = read
audit-act-read-offline = read without connection
audit-act-reinstate = reinstated
audit-act-reject = rejected
audit-act-release = released
audit-act-remove = removed
audit-act-renew = looked at again
audit-act-reopen = reopened
audit-act-report = reported
audit-act-reveal = shown what is shielded
audit-act-resume = resumption proposed
audit-act-review = week looked at
audit-act-revoke = revoked
audit-act-search = searched
audit-act-search-offline = searched without connection
audit-act-settle = settled
audit-act-start = started
audit-act-take-back = taken back
audit-act-take-off = taken off
audit-act-tell-body = told to body
audit-act-undo = undone
audit-act-unhold = not held
audit-act-withdraw = withdrawn
audit-purpose-be-the-second-person = be the second person
audit-purpose-bring-the-bodies-to-the-table = bring the bodies to the table
audit-purpose-choose-cases-for-a-meeting = choose cases for a meeting
audit-purpose-find-a-signal = find a signal
audit-purpose-find-who-has-the-mandate = find who has the mandate
audit-purpose-give-each-body-its-papers = give each body its papers
audit-purpose-have-the-dates-in-ones-own-calendar = have the dates in one's own calendar
audit-purpose-hold-a-meeting = hold a meeting
audit-purpose-judge-a-proposal = judge a proposal
audit-purpose-keep-a-view-of-the-queue = keep a view of the queue
audit-purpose-keep-the-register-true = keep the register true
audit-purpose-keep-up-to-date = keep up to date
audit-purpose-keep-up-with-bridgings = keep up with bridgings
audit-purpose-keep-up-with-commitments = keep up with commitments
audit-purpose-keep-up-with-moratoria = keep up with moratoria
audit-purpose-keep-up-with-time-outs = keep up with time-outs
audit-purpose-know-what-was-fixed = know what was fixed
audit-purpose-know-where-a-date-comes-from = know where a date comes from
audit-purpose-know-who-helped-before = know who helped before
audit-purpose-learn-from-cases = learn from cases
audit-purpose-look-at-the-queue-in-ones-own-way = look at the queue in one's own way
audit-purpose-look-up-when-the-server-is-away = look up when the server is away
audit-purpose-look-who-saw-what = look who saw what
audit-purpose-maintain-the-register = maintain the register
audit-purpose-miss-no-date = miss no date
audit-purpose-plan-meetings = plan meetings
audit-purpose-prepare-a-meeting = prepare a meeting
audit-purpose-prepare-an-item = prepare an item
audit-purpose-put-a-report-in = put a report in
audit-purpose-reach-who-has-the-mandate = reach who has the mandate
audit-purpose-reach-who-reported-a-case = reach who reported a case
audit-purpose-record-what-was-decided = record what was decided
audit-purpose-take-a-proposal-back = take a proposal back
audit-purpose-tell-the-bodies = tell the bodies
audit-purpose-work-a-signal = work a signal
audit-purpose-work-a-time-out = work a time-out
audit-purpose-work-the-queue = work the queue
traces-count = { $count ->
    [one] 1 row
   *[other] { $count } rows
}

# Processing log
cli-audit-processing = Show the processing log: each line as JSON, without who did it
cli-serve-processing-log = Send the processing log to this collector (OTLP over HTTP; or LOKET_PROCESSING_LOG, with a token in LOKET_PROCESSING_TOKEN)

# Retention and destruction
confirmed-action-destroy-cases = destroy cases
fault-no-such-case = There is no case { $value }.
fault-kept-open = { $value } is not closed, or was opened again.
fault-kept-term-runs = The term of retention of { $value } has not passed.
fault-kept-date-ahead = A term or another date of { $value } has not passed: it must pass first.
fault-kept-time-out = A time-out of { $value } runs, or is proposed.
fault-kept-arrangement = A bridging or commitment of { $value } is open, or a moratorium runs.
fault-kept-agenda = { $value } is a candidate for a meeting, or on the agenda of one that is still to come.
fault-kept-shared = { $value } is still shared with another organisation.
retention-rule-within_rules = solved within the rules
retention-rule-deviation = made-to-measure with deviation
retention-rule-breakthrough = breakthrough in the LET
retention-rule-bridging = bridging
retention-rule-unresolved = not solved
retention-rule-no_outcome = closed without an outcome
retention-rule-referred = referred
retention-rule-out_of_scope = not for the desk
retention-rule-withdrawn = withdrawn
retention-hold-open = the case is open
retention-hold-term-runs = the term of retention runs
retention-hold-date-ahead = a date of it lies ahead
retention-hold-time-out = a time-out runs, or is proposed
retention-hold-arrangement = a bridging or commitment is open, or a moratorium runs
retention-hold-agenda = the case is on an agenda
retention-hold-shared = the case is shared
destruction-fate-waits = waits
destruction-fate-erased = destroyed
destruction-fate-kept = kept
destruction-state-proposed = proposed
destruction-state-confirmed = approved
destruction-state-rejected = rejected
destruction-state-withdrawn = withdrawn
destruction-state-expired = expired
holding-kind-case = the case itself
holding-kind-timeline = timeline
holding-kind-history = what fields were before
holding-kind-time-outs = time-outs
holding-kind-proposals = proposals about time-outs
holding-kind-arrangements = moratoria, bridgings and commitments
holding-kind-board = rows of the deadline board
holding-kind-alarms = alarms
holding-kind-shares = shares with others
holding-kind-agenda = agenda items, invitations, papers and decisions
holding-kind-editions = fixed agendas
holding-kind-lessons = lessons
holding-kind-calls = who of the register was called
holding-kind-imports = from which file something came
holding-kind-keys = keys against saving twice
holding-kind-feed = line in the change feed
holding-kind-audit = rows of the audit log
holding-basis-public-task = task in the public interest (GDPR 6(1)(e))
holding-basis-accountability = accountability (GDPR 5(2) and 32)
holding-basis-not-personal = no personal data
holding-kept-case = as long as the case
holding-kept-90-days = 90 days
holding-kept-for-good = stays, without text of the case
cli-destruction = Destroy closed cases whose term of retention has passed: one proposes, another approves
cli-destruction-list = Show the cases that may be destroyed
cli-destruction-propose = Propose to destroy cases; nothing happens until another approves
cli-destruction-propose-numbers = Numbers: S-2026-00421, S-421 or 421
cli-destruction-propose-reason = Why: what was considered; without personal data
cli-destruction-proposed = Show the proposals, newest first
cli-destruction-approve = Look at what another proposed, and approve it with --hash; after that it is gone for good
cli-destruction-approve-id = Id of the proposal
cli-destruction-approve-hash = Approve exactly what has this hash; without it the command shows what is proposed
cli-destruction-reject = Reject another's proposal
cli-destruction-reject-id = Id of the proposal
cli-destruction-reject-reason = Why; without personal data
cli-destruction-withdraw = Withdraw your own proposal
cli-destruction-withdraw-id = Id of the proposal
cli-destruction-withdraw-reason = Why; without personal data
cli-destruction-list-none = There is no case that may be destroyed now.
cli-destruction-none = There are no proposals yet.
cli-destruction-proposed-so = { $count ->
    [one] Proposed: 1 case.
   *[other] Proposed: { $count } cases.
}{" "}Another person looks and approves with: loket destruction approve { $id }
cli-destruction-approve-so = Is this right? Then approve exactly this: loket destruction approve { $id } --hash { $hash }
cli-destruction-approved = { $count ->
    [0] Approved. Nothing was destroyed: see above why.
    [one] Approved: 1 case was destroyed. The last backup with it is gone on { $day }.
   *[other] Approved: { $count } cases were destroyed. The last backup with them is gone on { $day }.
}
cli-destruction-nothing-erased = Nothing was destroyed.
cli-destruction-column-number = Number
cli-destruction-column-rule = Outcome
cli-destruction-column-closed = Closed
cli-destruction-column-years = Years
cli-destruction-column-since = May since
cli-destruction-column-fate = What became of it
cli-destruction-column-id = Id
cli-destruction-column-state = State
cli-destruction-column-by = Proposed by
cli-destruction-column-cases = Cases
cli-destruction-column-erased = Destroyed
cli-holds = Show which data there are on a case: how much, why and how long, never what stands in them; the question is logged
cli-holds-reference = Number of the case, household (H-7K2F) or the sender's own reference
cli-holds-nothing = There is nothing on { $reference }.
cli-holds-open = { $number }: open; the term of retention begins when it is closed.
cli-holds-closed = { $number }: { $rule }; may be destroyed from { $day }. Now: { $hold }.
cli-holds-free = may be destroyed
cli-holds-erased = { $number }: destroyed on { $day }, approved by { $by }. The last backup is gone on { $until }. What is left:
cli-holds-column-kind = What
cli-holds-column-count = Count
cli-holds-column-basis = Why
cli-holds-column-kept = How long
cli-serve-retention = File with terms of retention (or LOKET_RETENTION); without it the usual ones count
cli-retention-broken = The server does not start while there are mistakes in { $file }.
retention-unknown = “{ $key }” is no outcome and not backup_days. Do you mean { $near }?
retention-range = “{ $key }” is a whole number: { $range }.

# Emergency access.
command-traces-emergencies = emergency access
command-traces-emergencies-help = Show cases that somebody outside the desk opened in an emergency, and why.
command-traces-emergencies-also = emergency break glass
command-traces-judge = judge
command-traces-judge-help = Judge this emergency access: justified or not.
command-traces-judge-also = verdict approve reject emergency
why-only-emergency = That is for emergency access only.
why-judged-already = This emergency access was judged already.
traces-emergencies = Emergency access
traces-no-emergencies = Nobody opened a case in an emergency.
traces-no-emergencies-advice = Who works outside the desk can open a case when waiting would do harm. You see that here and judge it within a day.
traces-count-waiting = emergency: { $waiting } to judge
traces-count-overdue = emergency: { $waiting }, { $overdue } late
trace-head-judged = verdict
trace-head-why = why
trace-fact-why = Why
trace-fact-stands = Stands
trace-fact-judged = Verdict
trace-from-until = { $from } until { $until }
trace-judge-before = none yet; before { $when }
emergency-state-open = open now
emergency-state-over = to be judged
emergency-state-overdue = late
emergency-state-reviewed = judged
emergency-verdict-justified = justified
emergency-verdict-unjustified = not justified
emergency-judged = The emergency access to { $number } is judged. The verdict is in the case too.
form-title-judge = Judge emergency access
form-judge-verdict = Verdict
form-judge-verdict-hint = Not justified: the case is closed to them at once. Find out whether it is a data breach (AVG 33).
form-judge-reason = Why
form-judge-reason-hint = Without personal data. It is in the case too.
form-choice-justified = justified
form-choice-unjustified = not justified
cli-entry-emergency-access = emergency access
entry-emergency-access-recorded = emergency access by { $label }
entry-emergency-access-confirmed = emergency access by { $label } judged: justified
entry-emergency-access-rejected = emergency access by { $label } judged: not justified
audit-entity-emergency-access = emergency access
audit-purpose-prevent-harm-tonight = prevent harm by waiting
audit-purpose-see-that-emergency-access-is-judged = see that emergency access is judged
holding-kind-emergency-accesses = emergency access by others
fault-emergency-reviewed = This emergency access was judged already.
fault-too-many-emergencies = Emergency access at most { $value } times in 24 hours.
cli-case-emergency = Open a case you have no right to, because waiting would do harm; the reason comes from standard input. The desk sees it at once, and you will be asked about it
cli-case-emergency-number = Number: S-2026-00421, S-421 or 421
cli-case-emergency-text = "-" only, and it may be left out: the reason comes from standard input, so that it does not stand in the list of processes
cli-case-emergency-minutes = How long, in minutes: 15 to 240; 60 without this option
cli-case-relation-emergency = emergency access until { $until }
cli-case-opened = { $number } is open to you until { $until }. That you opened it, and why, stands in the case and is judged within a day.
cli-audit-emergencies = Show who opened which case in an emergency: what is to be judged first
cli-audit-emergencies-overdue = Only what waits for more than a day
cli-audit-judge = Judge emergency access; why comes from standard input
cli-audit-judge-id = Id, as "loket audit emergencies" shows it
cli-audit-judge-verdict = Verdict: { $values }
cli-audit-judge-text = "-" only, and it may be left out: why comes from standard input
cli-emergency-none = There is no such emergency access.
cli-emergency-judged = The emergency access to { $number } is judged: { $verdict }.
cli-emergency-column-state = State
cli-emergency-column-case = Case
cli-emergency-column-name = Who
cli-emergency-column-organisation = Organisation
cli-emergency-column-opened = Opened
cli-emergency-column-until = Until
cli-emergency-column-reason = Why
cli-emergency-column-id = Id

# Administrators and their second person.
problem-waits-for-second-person = That you are an administrator waits for a second person.
problem-waits-for-second-person-advice = Ask another administrator to confirm you: loket administrator confirm.
failure-waits-for-second-person = You are signed in at { $server }; that you are an administrator there waits for a second person.
failure-waits-for-second-person-advice = Ask another administrator to confirm you: loket administrator confirm.
cli-administrator = Administrators: who they are, and the second person for who becomes one
cli-administrator-list = Show the administrators, those that wait first
cli-administrator-confirm = Confirm that another is an administrator; never yourself
cli-administrator-confirm-account = Number of the account, as in the list
cli-administrator-column-name = Name
cli-administrator-column-organisation = Organisation
cli-administrator-column-made = Made
cli-administrator-column-stands = Stands
cli-administrator-column-account = Account
administrator-confirmed = confirmed
administrator-waits = waits for a second person
cli-administrator-none = There are no administrators.
cli-administrator-confirmed = Confirmed: this account is an administrator now.
cli-administrator-waits = There is an administrator already, so this token counts when another administrator confirms it: loket administrator confirm { $account }
cli-administrator-not-first = Not confirmed: this account does not wait, or there is an administrator who can confirm it. Revoke who is gone first: loket token revoke.
cli-token-confirm = Confirm an administrator on this machine, where no other one is left who can
cli-token-confirm-account = Number of the account, as in the list
audit-purpose-know-who-is-an-administrator = know who is an administrator

# Export of whole cases
confirmed-action-export-cases = export cases to a file
cli-entry-export = export
entry-export-recorded = exported in a file for { $label }, which may be there up to and including { $day }
audit-entity-export = export
audit-purpose-give-cases-to-somebody = give cases to somebody
audit-purpose-know-which-cases-leave = know which cases leave the desk
fault-anothers-export = Only who proposed this export can fetch it.
fault-export-not-confirmed = No second person confirmed this export.
fault-export-over = The time to fetch it is over: 24 hours after it was confirmed, and never after the day on which the file must be gone.
fault-export-fetched-enough = This export was fetched three times. Propose a new one.
fault-about-somebody = A mail address, a phone number or the reference of a household stands here. A purpose is about nobody in particular: take it out.
fault-too-many-cases = These are more than { $value } cases. Choose a shorter period.
fault-nothing-selected = There is no case that fits this.
export-file-holds = Whole cases of loket: facts, reporter, notes and contact moments, timeline, time-outs and with whom it was shared. Data of professionals (name, function, organisation) and of households (municipality, account). No names of citizens and no citizen service numbers, except what somebody wrote in a free text. Not in it: what is shielded (phone and mail of the reporter, the references of the sender and of the household), agendas, papers and decisions of the LET, moratoria, bridgings and commitments themselves.
export-state-proposed = proposed
export-state-confirmed = confirmed
export-state-rejected = rejected
export-state-withdrawn = withdrawn
export-state-expired = expired
export-flag-special-data = special categories of personal data
export-flag-criminal-data = criminal data
export-flag-professional-secrecy = professional secrecy
cli-export = Export whole cases to a file: one proposes, another confirms, the first fetches
cli-export-propose = Propose to export cases: by number, or all that were received in a period; nothing leaves until another confirms
cli-export-propose-numbers = Numbers: S-2026-00421, S-421 or 421
cli-export-propose-from = Instead of numbers: received on this day or later
cli-export-propose-to = Received on this day or before
cli-export-propose-statuses = Of that period only this status, may be repeated: { $values }
cli-export-propose-outcomes = Of that period only this outcome, may be repeated: { $values }
cli-export-propose-purpose = What for; about nobody in particular, it comes in the timeline of every case
cli-export-propose-recipient = Who gets the file: a function or an organisation
cli-export-propose-ground = Ground: { $values }
cli-export-propose-law = Act and article
cli-export-propose-flags = What makes it heavier, may be repeated: { $values }
cli-export-propose-destroy-by = The last day on which the file may be there, at most 90 days ahead
cli-export-list = Show the exports, newest first
cli-export-show = Show what is proposed, with every number
cli-export-show-id = Id of the export
cli-export-confirm = Look at what another proposed, and confirm it with --hash
cli-export-confirm-id = Id of the export
cli-export-confirm-hash = Confirm exactly what has this hash; without it the command shows what is proposed
cli-export-reject = Reject another's proposal
cli-export-reject-id = Id of the export
cli-export-reject-reason = Why; without personal data
cli-export-withdraw = Withdraw your own proposal
cli-export-withdraw-id = Id of the export
cli-export-withdraw-reason = Why; without personal data
cli-export-fetch = Fetch your own export after another confirmed it: within 24 hours and three times at most
cli-export-fetch-id = Id of the export
cli-export-fetch-output = The file: only you can read it, and a file that is there stays as it is
cli-export-none = There are no exports yet.
cli-export-proposed-so = { $count ->
    [one] Proposed: 1 case.
   *[other] Proposed: { $count } cases.
}{" "}Another person looks and confirms with: loket export confirm { $id }
cli-export-confirm-so = Is this right? Then confirm exactly this: loket export confirm { $id } --hash { $hash }
cli-export-confirmed = Confirmed. { $name } can fetch it until { $until }.
cli-export-nothing-left = Nothing leaves.
cli-export-fetched = { $count ->
    [one] 1 case is in { $file }. Only you can read it.
   *[other] { $count } cases are in { $file }. Only you can read it.
}{" "}The first line says what is in it, what for, and when the file must be gone.
cli-export-left-out = Not in it, for they were destroyed meanwhile: { $numbers }
cli-export-not-written = The file { $file } was not made: { $detail }
cli-export-column-id = Id
cli-export-column-state = State
cli-export-column-by = Proposed by
cli-export-column-second = Confirmed or settled by
cli-export-column-purpose = Purpose
cli-export-column-recipient = For
cli-export-column-ground = Ground
cli-export-column-flags = Heavier by
cli-export-column-destroy-by = May be there up to
cli-export-column-until = Fetch until
cli-export-column-left = Times left
cli-export-column-cases = Cases
cli-export-column-numbers = Numbers

# What a small file says it is
export-note = { $count ->
    [one] 1 line
   *[other] { $count } lines
}{" "}of loket, made by { $who } on { $when }, for the own work of the desk. In it: { $columns }. Not in it: account, reporter, notes, names of citizens and citizen service numbers. { $filter } Throw it away when you need it no longer.
export-note-filter = Chosen by: { $filter }.
export-note-words = words searched for (left out here)
export-note-calendar = kind of deadline, number, body and days
export-note-ending = read-me.txt
exported-list = Saved in { $path }. In it: { $columns }; no account, reporter or notes.
calendar-about = Deadlines of loket, for the own work: kind of deadline, number, body and days. No titles, names or texts of cases.

# Numbers and the yearly report
cli-numbers = Show numbers: what came in, what went out, how long it took and on what; never a number of one to four cases
cli-numbers-year = Of this year; of the current year otherwise
cli-numbers-from = From this day on
cli-numbers-to = Up to and including this day, never after today
cli-numbers-by = Only this table: { $values }
cli-numbers-cases = Give the numbers of the cases behind the figures; that is written down
cli-numbers-row = The row, by its key from --json or --csv
cli-numbers-column = Of in and out this column: { $values }
cli-numbers-period = Numbers from { $from } up to and including { $to }
cli-numbers-total = { $total } cases together
cli-report = Make the yearly report: every number, the lessons of the year and how it was counted
cli-report-year = The year
cli-report-format = The format: { $values }
cli-report-out = Into this new file; without one on the screen, which cannot be with PDF
cli-report-counting = counting
cli-report-not-made = The report could not be made: { $detail }
audit-entity-numbers = numbers
audit-act-cases = cases behind a number seen
audit-purpose-tell-what-is-going-on = tell what is going on
audit-purpose-know-where-a-number-comes-from = know where a number comes from
numbers-by-flow = In, out and open cases
numbers-by-age = How long open cases have been running
numbers-by-lead-time = Lead time
numbers-by-first-contact = Time to the first contact
numbers-by-outcome = Outcome
numbers-by-channel = Channel
numbers-by-urgency = Urgency
numbers-by-body = Bodies
numbers-by-life-domain = Life domains
numbers-by-municipality = Municipalities
numbers-by-province = Provinces
numbers-by-article = Articles of law in the lessons
numbers-meaning-flow = In: cases received in the days of the row. Out: cases closed, referred, withdrawn or found out of scope in those days. Open: cases that were still running at the end of the last day.
numbers-meaning-age = Cases that were open at the end of the period, by the weeks since the day of receipt.
numbers-meaning-lead-time = Cases that were closed in the period, by the weeks from the day of receipt to the day of closing.
numbers-meaning-first-contact = Cases that were received in the period, by the days from the day of receipt to the first contact moment in which somebody was reached.
numbers-meaning-outcome = Cases that were closed in the period, by outcome; a case without one counts by its status, such as withdrawn.
numbers-meaning-channel = Cases that were received in the period, by the channel they came in by.
numbers-meaning-urgency = Cases that were received in the period, by the urgency they have now.
numbers-meaning-body = Cases that were received in the period, by body in the stalemate. A case counts for each of its bodies, so the rows together are more than the total.
numbers-meaning-life-domain = Cases that were received in the period, by life domain. A case counts for each of its domains, so the rows together are more than the total.
numbers-meaning-municipality = Cases that were received in the period, by municipality of the household. A municipality with too few cases stands with its province.
numbers-meaning-province = Cases that were received in the period, by province of the household.
numbers-meaning-article = Cases about which a lesson was noted in the period, by the article of law of the lesson. A case counts for each of its articles.
numbers-base-received = received
numbers-base-closed = closed
numbers-base-open = open
numbers-base-with-lesson = with a lesson
numbers-column-received = In
numbers-column-closed = Out
numbers-column-open = Open
numbers-csv-table = Table
numbers-csv-row = Row
numbers-csv-key = Key
numbers-csv-column = Counts
numbers-csv-count = Number
numbers-too-few = too few cases (fewer than 5)
numbers-nothing = no cases
numbers-other = other
numbers-other-body = other bodies
numbers-other-life-domain = other life domains
numbers-other-municipality = other provinces, or no municipality known
numbers-other-province = other provinces, or no municipality known
numbers-other-article = other laws, or no law named
numbers-none = not filled in
numbers-none-outcome = closed without an outcome
numbers-none-first-contact = nobody reached yet
numbers-none-article = no law named
numbers-none-municipality = no municipality known
numbers-none-province = no municipality known
numbers-rest-of-municipality = { $of }: other municipalities
numbers-whole-of-municipality = { $of }: all municipalities
numbers-rest-of-article = { $of }: other articles
numbers-whole-of-article = { $of }: all articles
numbers-step-quarter = quarter { $part } of { $year }
numbers-step-half = half { $part } of { $year }
numbers-step-whole = whole period
numbers-days = { $from } to { $to } days
numbers-same-day = the same day
numbers-days-more = { $from } days or more
numbers-weeks = { $from } to less than { $to } weeks
numbers-weeks-more = { $from } weeks or more
numbers-or-not-yet = { $days }, or not yet
numbers-decimal = { $whole }.{ $tenth }
numbers-in-weeks = { $weeks } weeks
report-letterhead = loket
report-title = Yearly report { $year }
report-draft = SO FAR
report-draft-sentence = This year is not over: it is counted up to and including { $to }.
report-foot = Yearly report { $year } · counted on { $on }
report-about = This report counts the cases from { $from } up to and including { $to }. It holds nothing about persons, and nowhere a number of one to four cases.
report-figures = Key figures
report-figure-received = In
report-figure-closed = Out
report-figure-open-before = Open at the beginning
report-figure-open = Open at the end
report-figure-lead-time = Lead time
report-figure-first-contact = First contact
report-figure-destroyed = Destroyed, counted nowhere
report-spread = median { $median }; nine in ten within { $p90 }
report-median = median { $median }
report-column-period = Period
report-column-row = Row
report-column-count = Cases
report-column-share = Share
report-column-key = Key
report-total = Total
report-folded = Rows with too few cases were put together.
report-lessons = Lessons
report-lessons-meaning = Patterns that were seen in cases and in the LET and noted this year. They hold nothing about a person or a case.
report-lessons-none = No lessons were noted.
report-method = How it was counted
report-method-day = Counted on { $on }, with what was known on that day. Who counts later may get other numbers: a case is opened again, a municipality is corrected.
report-method-days = Days are days in the Netherlands. The day of receipt is the first, the day of closing the last. A case that was opened again is not closed.
report-method-few = A number of 1 to { $most } cases is never shown, nor can it be worked out.
report-method-folding = For that small rows were put together: months to quarters, half years or the year, municipalities to their province and provinces among themselves, articles to their law, the rest to other. Where too few are left then, the smallest other row goes with them. Nothing is left out: whoever belongs to a row is in it.
report-method-spread = The median is the value at or below which half of the cases are, from five cases on. What nine in ten stay within is told from ten cases on.
report-method-destroyed = Cases that were destroyed after their term of retention are counted in no table.
report-method-trace = Every figure can be traced: loket numbers --from { $from } --to { $to } --by TABLE --cases --row KEY gives the desk the numbers of the cases behind a row. Who asks is written down.
## messages about a case (domain::message)

message-kind-acknowledgement = acknowledgement
message-kind-reply = reply
message-kind-referral = referral
message-kind-request = request for information
message-kind-free = free message
message-state-draft = draft
message-state-outgoing = goes out at { $value }
message-state-sent = sent { $value }
message-state-failed = not sent: { $value }
message-state-taken-back = taken back
message-state-discarded = thrown away
message-tried = { $state } (did not work before: { $why })
message-failure-unreachable = the mail server was not reached
message-failure-unprotected = no protected connection with the mail server could be made
message-failure-not-now = the mail server does not take it now
message-failure-refused = the mail server refuses it
message-failure-no-address = there is no usable mail address
message-to-reporter = reporter
message-to-other = somebody else
message-copy-to = To: { $to }
message-copy-subject = Subject: { $subject }
entry-mail-sent = message sent to { $label }: { $subject }
entry-mail-not-sent = message not sent to { $label }: { $subject }
entry-mail-came-in = e-mail from { $label }:
cli-entry-mail = message
holding-kind-messages = messages
fault-control-characters = A character stands here that no message may have: a line break or a control character.
fault-not-a-mail-address = This is no mail address.
fault-message-personal = Mind: this looks like a name, address, account number, date of birth, age, diagnosis or nationality. Take it out, or confirm that you looked.
fault-message-not-shared = Mind: the case is not shared with who gets this message. Share it first, or confirm that you looked.
fault-message-not-draft = This message is no draft. Take it back first.
fault-message-not-outgoing = This message does not wait to go: there is nothing to take back.
fault-message-sent = This message was sent already.
fault-message-under-way = This message is being sent at this moment. It cannot be taken back any more.
fault-message-no-address = This case has no usable mail address of who reported it.
fault-mail-not-configured = This server sends no mail. Copy the text: loket message show ID --text
audit-entity-message = message
audit-act-send = let go
audit-act-sent = sent
audit-act-not-sent = not sent
audit-act-reply = answer received
audit-purpose-write-to-who-has-part-in-a-case = write to who has part in a case
audit-purpose-send-what-was-let-go = send what was let go
mail-fault-from = The sender is no mail address. Set mail_from in the configuration: mail_from = "Loket <loket@voorbeeld.nl>"
mail-fault-reply-to = mail_reply_to is no mail address.
mail-fault-domain = mail_domain is no domain, such as loket.voorbeeld.nl.
mail-fault-unprotected = Without protection (mail_tls = "none") mail may only go to a mail server on this machine itself; and mail_server must be a name or an address.
mail-fault-sign-in = mail_user needs mail_password_file, and the other way round.
setting-mail_server = The mail server (SMTP) that messages about cases go to; loket serve reads it. Without one nothing is sent, and messages can be copied.
setting-mail_port = The port of the mail server; 0: the usual one (587 for starttls, 465 for tls).
setting-mail_tls = How the connection with the mail server is protected: starttls, tls or none; none is for this machine alone.
setting-mail_user = What the server signs in with at the mail server.
setting-mail_password_file = The file with the password for that; readable by its owner only.
setting-mail_from = From whom messages come: Loket <loket@voorbeeld.nl>.
setting-mail_reply_to = Where answers go. Without a value: to the sender.
setting-mail_domain = What the Message-ID of a message ends in. Without a value: the domain of the sender.
cli-import-reply = answer, added to { $number }
cli-import-reply-closed = answer, added to { $number }; mind: that case is closed
cli-message = Write messages about a case, look them through, let them go and take them back
cli-message-list = Show the messages of a case, newest first
cli-message-list-number = Number: S-2026-00421, S-421 or 421
cli-message-show = Show a message, and what to look at before it goes
cli-message-show-id = Id of the message
cli-message-show-text = To whom, subject and text alone, to copy
cli-message-write = Write a message as a draft: to the reporter, or to somebody else. Without --text the text that belongs to its kind
cli-message-write-number = Number: S-2026-00421, S-421 or 421
cli-message-write-kind = Kind: { $values }
cli-message-write-subject = Subject; the number of the case follows it by itself
cli-message-write-text = The text, from standard input (-)
cli-message-write-officer = To this officer of the register (id) in place of the reporter
cli-message-write-json-input = The whole message as JSON from this file, or from standard input (-): kind, to, subject, text
cli-message-acknowledge = Make the acknowledgement to the reporter as a draft, with the number of the case
cli-message-acknowledge-number = Number: S-2026-00421, S-421 or 421
cli-message-change = Change subject or text of a draft
cli-message-change-id = Id of the message
cli-message-change-subject = Subject
cli-message-change-text = The text, from standard input (-)
cli-message-discard = Throw a draft away
cli-message-discard-id = Id of the message
cli-message-send = Let a message go: it is sent after thirty seconds
cli-message-send-id = Id of the message
cli-message-send-looked = You looked at what the message warns of
cli-message-take-back = Take a message back that was not sent yet
cli-message-take-back-id = Id of the message
cli-message-none = There are no messages about { $number }.
cli-message-no-text = There is no text for this kind. Give it with --text - and a --subject.
cli-message-unfilled = The message still holds { "{" }{ $name }{ "}" }. Fill it in first: loket message change
cli-message-drafted = A draft. Look it through; let it go: loket message send { $id }
cli-message-drafted-to-copy = A draft. This server sends no mail; copy it: loket message show { $id } --text
cli-message-discarded = Thrown away.
cli-message-going = Goes out at { $at }. Take it back: loket message take-back { $id }
cli-message-taken-back = Taken back. It was not sent.
cli-message-column-id = Id
cli-message-column-case = Case
cli-message-column-state = State
cli-message-column-kind = Kind
cli-message-column-to = To
cli-message-column-by = Written
cli-message-column-subject = Subject

command-signal-reply = reply
command-signal-reply-help = Write a message about the case: acknowledgement, reply, question or referral. You look it through, and can take it back for thirty seconds.
command-signal-reply-also = message mail e-mail write send acknowledgement refer reporter letter
choose-message = What do you write about { $number }?
message-kind-acknowledgement-letter = a
message-kind-reply-letter = r
message-kind-referral-letter = f
message-kind-request-letter = q
message-kind-free-letter = m
form-title-message = Message
form-message-mail = To (e-mail)
form-message-mail-hint = Empty: to the reporter. The server fills in the address of the reporter.
form-message-name = Name
form-message-name-hint = Only of somebody else than the reporter.
form-message-organisation = Organisation
form-message-organisation-hint = Of that somebody else: loket looks whether the case is shared with it.
form-message-subject = Subject
form-message-subject-hint = The number of the case follows it by itself.
form-message-text = Text
form-message-text-hint = No citizen service number, and no more about anybody than is needed.
choose-message-look = Message about { $number }: is this right?
message-look-send = Let it go (30 seconds to take it back)
message-look-send-letter = y
message-look-keep = Leave it as a draft
message-look-keep-letter = n
message-look-copy = Copy the text
message-look-copy-letter = c
message-more = … and { $count } more lines
message-no-mail = This server sends no mail. Copy the text into a mail program of your own.
message-kept = The message is a draft of the case: loket message list
done-message = The message about { $number } goes out at { $at }.
undone-message = The message about { $number } was taken back: it was not sent.
