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
role-desk = desk officer
role-let-secretary = LET secretariat
role-register-reader = register reader
role-register-editor = register editor
role-municipal = municipal professional
role-body = national body
role-privacy-officer = privacy officer
role-administrator = administrator
flag-bsn_masked = BSN masked

## problem: title, then advice, for each code of api::problem

## intake

intake-empty = The file has no rows.
intake-file-too-large = The file is too large: at most { $most } bytes.
intake-missing-column = Required columns are missing: { $names }.
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
intake-broken-json = This is not valid JSON: { $detail }.
intake-not-an-object = An object belongs here, with the columns as names.
intake-not-text = Text, a number or a list of these belongs here.
intake-required = This field is required.
intake-one-required = Fill in one of these fields: { $names }.
intake-not-a-date = "{ $value }" is not a day. Write 2026-11-16 or 16-11-2026.
intake-not-a-moment = "{ $value }" is not a moment. Write 2026-11-16T09:12 or 16-11-2026 09:12.
intake-not-euros = "{ $value }" is not an amount in whole euros.
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
intake-too-long = The text has { $has } characters; at most { $most } fit.
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

## client

failure-problem = The server refuses the request.
failure-problem-advice = Read what the server says and change the request.
failure-not-signed-in = The server { $server } does not know this token, or it has expired.
failure-not-signed-in-advice = Ask the administrator of this server for a new token (loket token create) and put it in LOKET_TOKEN or in the token file of your configuration.
failure-no-server = No connection to { $server }: { $cause }.
failure-no-server-advice = Check the address and your network. If it stays like this, ask the administrator whether the server runs. What you type is kept.
failure-wrong-server = Something other than loket answers at { $server } ({ $answer }).
failure-wrong-server-advice = Check the address (--server or LOKET_SERVER). A sign-in page of the network or a proxy may stand in between.
failure-other-version = The server { $server } speaks version { $theirs } of the API; this program speaks { $ours }.
failure-other-version-advice = Update the program, or ask the administrator to update the server.
failure-cut = The connection to { $server } broke before the answer was whole.
failure-cut-advice = Try again.
failure-cut-writing = The connection to { $server } broke. It is not certain whether your change was saved.
failure-cut-writing-advice = Your change is kept on this computer and will be sent again. It cannot count twice.
failure-timed-out = The server { $server } does not answer in time.
failure-timed-out-advice = Try again later. If it stays like this, tell the administrator.
failure-timed-out-writing = The server { $server } does not answer in time. It is not certain whether your change was saved.
failure-timed-out-writing-advice = Your change is kept on this computer and will be sent again. It cannot count twice.
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

## tui
