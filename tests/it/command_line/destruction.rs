//! `loket destruction` and `loket holds`: proposed by one, approved by another after looking, and what is told of it.

use loket::{
    api::{path, problem::exit},
    domain::role::Role,
};
use serde_json::json;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn two_people_destroy_a_case_after_looking() {
    let server = lite().await;
    let desk = server.desk();
    let officer = Shell::with_token(&server, &server.role(Role::PrivacyOfficer).token);
    let administrator = Shell::with_token(&server, &server.role(Role::Administrator).token);
    officer.run(&["destruction", "list"]).await.is(exit::NOTHING);
    officer.run(&["destruction", "proposed"]).await.is(exit::NOTHING);
    let made = server.signal("Terugvordering, UWV").await;
    let at = format!("{}/{}", path::SIGNALS, made["id"].as_str().unwrap());
    desk.patch(&at, 1, &json!({ "status": "out_of_scope" })).await.expect(200);
    let open = officer.run(&["holds", "1"]).await.is(exit::DONE).stdout;
    assert!(
        open.contains("niet voor het loket; mag vernietigd worden vanaf wo 24-11-2027. Nu: de bewaartermijn loopt."),
        "{open}"
    );
    let early = officer.run(&["destruction", "propose", "1", "--reason", "termijn"]).await.is(exit::INPUT);
    assert!(early.stderr.contains("De bewaartermijn van S-2026-00001 is nog niet voorbij."), "{}", early.stderr);
    server.advance(chrono::TimeDelta::days(366));

    let listed = officer.run(&["destruction", "list"]).await.is(exit::DONE).stdout;
    for part in ["S-2026-00001", "niet voor het loket", "2026-11-23", "2027-11-24"] {
        assert!(listed.contains(part), "{part}: {listed}");
    }
    let proposed = officer.run(&["destruction", "propose", "S-2026-00001", "--reason", "termijn voorbij"]).await.is(exit::DONE);
    assert!(proposed.stdout.contains("wacht") && proposed.stderr.contains("Voorgesteld: 1 zaak."), "{}", proposed.stderr);
    let all = administrator.run(&["destruction", "proposed", "--json"]).await.is(exit::DONE).json();
    let (id, hash) = (&all["items"][0]["item"]["id"], &all["items"][0]["item"]["proposal"]["hash"]);
    let (id, hash) = (id.as_str().unwrap(), hash.as_str().unwrap());
    let shown = administrator.run(&["destruction", "approve", id]).await.is(exit::DONE);
    assert!(shown.stdout.contains("termijn voorbij") && shown.stderr.contains(hash), "{}", shown.stderr);
    let own = officer.run(&["destruction", "approve", id, "--hash", hash]).await.is(exit::CONFLICT);
    assert!(own.stderr.contains("U hebt dit zelf voorgesteld: intrekken kunt u wel"), "{}", own.stderr);
    let done = administrator.run(&["destruction", "approve", id, "--hash", hash]).await.is(exit::DONE);
    assert!(done.stdout.contains("vernietigd") && done.stderr.contains("1 zaak is vernietigd"), "{}", done.stderr);
    let left = officer.run(&["holds", "S-2026-00001"]).await.is(exit::DONE).stdout;
    assert!(left.contains("goedgekeurd door Account administrator") && left.contains("auditlogboek"), "{left}");
    officer.run(&["holds", "H-9999"]).await.is(exit::NOTHING);
    administrator.run(&["holds", "1"]).await.is(exit::NOT_ALLOWED);

    let other = officer.run(&["destruction", "reject", id]).await.is(exit::CONFLICT);
    assert!(other.stderr.contains("al afgehandeld"), "{}", other.stderr);
    server.stop().await;
}
