//! Scenarios about debts and attachment. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &[
            "Verkeersboetes gestapeld na identiteitsfraude",
            "Boetes voor auto op naam van slachtoffer",
            "Gijzeling dreigt na kentekenfraude",
        ],
        domains: &[Debts, Justice, Finances],
        bodies: &[
            ("CJIB", "Int zolang de tenaamstelling niet is gecorrigeerd."),
            ("RDW", "Corrigeert de tenaamstelling pas na een vonnis."),
        ],
        ruling: Some(Ruling { body: "CJIB", kind: "Wahv-beschikking", prefix: "WAHV" }),
        euros: (2_300, 9_800),
        threat: Some("gijzeling"),
        urgency: Urgency::High,
        reason: "De machtiging voor gijzeling is aangevraagd.",
        account: &[
            "Het CJIB int {aantal} boetes op naam van een slachtoffer van kentekenfraude.",
            "De aangifte ligt er, maar de RDW corrigeert de tenaamstelling pas na een vonnis.",
            "Door de verhogingen is de schuld opgelopen tot {bedrag}.",
            "Meneer heeft geen rijbewijs en heeft nooit een auto gehad.",
        ],
        stalemate: "Zonder vonnis geen correctie en zonder correctie geen einde aan de boetes.",
        tried: &[
            ("Aangifte gedaan", "politie"),
            ("Verzoek tot correctie ingediend", "RDW"),
            ("Gevraagd de gijzeling aan te houden", "CJIB"),
        ],
        household_wants: "Van de boetes af en niet vast hoeven zitten.",
        professional_wants: "Correctie met terugwerkende kracht en stilleggen van de inning.",
        ..PLAIN
    },
    Scenario {
        titles: &["Beslag op bankrekening ondanks moratorium", "Bankbeslag terwijl schuldeisers moeten wachten"],
        domains: &[Debts, Finances, Housing],
        bodies: &[("CJIB", "Zegt niet van het moratorium te weten."), ("BD", "Heeft de eigen invordering wel stilgelegd.")],
        euros: (900, 4_100),
        threat: Some("huur niet afgeschreven"),
        urgency: Urgency::Crisis,
        reason: "De huur wordt deze week geïncasseerd van een leeggehaalde rekening.",
        account: &[
            "Voor een gezin met {kinderen} heeft de rechtbank een moratorium uitgesproken.",
            "Toch is daarna beslag gelegd op de bankrekening, voor {bedrag}.",
            "De huur en de zorgpremie kunnen daardoor niet worden afgeschreven.",
            "De deurwaarder zegt alleen op een schriftelijk bericht van de opdrachtgever te stoppen.",
        ],
        stalemate: "De deurwaarder wacht op de opdrachtgever en de opdrachtgever wacht op een bericht van de rechtbank.",
        tried: &[("Vonnis toegestuurd", "CJIB"), ("Opheffing van het beslag gevraagd", "deurwaarder")],
        household_wants: "Weer bij het eigen geld kunnen.",
        professional_wants: "Opheffing van het beslag vandaag en teruggave van wat is ingehouden.",
        ..PLAIN
    },
    Scenario {
        titles: &["Alimentatie-inning drukt gezin onder minimum", "LBIO int door tijdens schuldregeling"],
        domains: &[Finances, Relations, Debts],
        bodies: &[("LBIO", "Houdt vast aan het bedrag van de beschikking tot de rechter het wijzigt.")],
        ruling: Some(Ruling { body: "LBIO", kind: "overname inning", prefix: "IN" }),
        euros: (1_100, 5_300),
        urgency: Urgency::Normal,
        reason: "Er blijft te weinig over voor de huur.",
        account: &[
            "Het LBIO int alimentatie terwijl het gezin van meneer in een schuldregeling zit.",
            "De alimentatie is vastgesteld op een inkomen dat hij {maanden} maanden geleden verloor.",
            "Het loon gaat voor {inhouding} per maand naar de inning en de rest naar de boedel.",
            "Een verzoek om verlaging ligt bij de rechtbank, maar de zitting is nog niet gepland.",
        ],
        stalemate: "Het LBIO mag niet verlagen en de rechtbank heeft nog geen zitting.",
        tried: &[("Om tijdelijke opschorting gevraagd", "LBIO"), ("Verzoek tot verlaging ingediend", "rechtbank")],
        household_wants: "Alimentatie betalen die past bij het inkomen van nu.",
        professional_wants: "Opschorting van de inning tot de zitting.",
        ..PLAIN
    },
    Scenario {
        titles: &["Drie beslagen, beslagvrije voet klopt niet", "Loonbeslag laat te weinig over om te leven"],
        domains: &[Debts, Finances, Work],
        bodies: &[
            ("BD", "Is geen coördinerend beslaglegger en verwijst door."),
            ("CJIB", "Wil meewerken zodra er een nieuwe berekening is."),
            ("UWV", "Houdt in wat de deurwaarders opgeven."),
        ],
        euros: (1_700, 6_900),
        threat: Some("loonbeslag"),
        urgency: Urgency::Normal,
        reason: "Bij de volgende betaling blijft minder over dan de beslagvrije voet.",
        account: &[
            "Drie schuldeisers leggen beslag op dezelfde uitkering.",
            "De beslagvrije voet is berekend zonder rekening te houden met {kinderen} en met de woonkosten.",
            "Er wordt {inhouding} per maand te veel ingehouden, inmiddels {maanden} maanden lang.",
            "Elke beslaglegger vindt dat een ander de berekening moet maken.",
        ],
        stalemate: "Niemand voelt zich coördinerend beslaglegger, dus niemand herberekent.",
        tried: &[
            ("Nieuwe berekening gemaakt", "schuldhulpverlening"),
            ("Berekening gestuurd aan de drie beslagleggers", "deurwaarder"),
        ],
        household_wants: "Genoeg overhouden voor huur en eten.",
        professional_wants: "Eén beslaglegger die herberekent en het teveel teruggeeft.",
        ..PLAIN
    },
    Scenario {
        titles: &["Ambtshalve aanslag blokkeert schuldregeling", "Geschatte aanslagen na einde bedrijf"],
        domains: &[Debts, Finances, Work],
        bodies: &[("BD", "Wil pas meewerken als alle aangiften alsnog zijn gedaan.")],
        ruling: Some(Ruling { body: "BD", kind: "ambtshalve aanslag inkomstenbelasting", prefix: "IH" }),
        euros: (3_800, 21_000),
        urgency: Urgency::Normal,
        reason: "Een schuldeiser heeft het faillissement aangekondigd.",
        account: &[
            "De ex-ondernemer heeft {maanden} maanden geleden zijn bedrijf gestaakt en geen aangifte meer gedaan.",
            "De Belastingdienst heeft het inkomen geschat en een aanslag van {bedrag} opgelegd.",
            "De administratie ligt bij een boekhouder die eerst betaald wil worden.",
            "Zonder juiste aanslag kan de schuldregeling niet beginnen.",
        ],
        stalemate: "Voor de aangifte is de administratie nodig en voor de administratie geld dat er niet is.",
        tried: &[("Administratie opgevraagd", "boekhouder"), ("Gevraagd om een lagere schatting", "Belastingdienst")],
        household_wants: "Schoon schip maken en in loondienst verder.",
        professional_wants: "Een voorlopige vermindering, zodat de schuldregeling kan starten.",
        ..PLAIN
    },
    Scenario {
        titles: &["Toelating Wsnp strandt op oude boetes", "Strafrechtelijke boete houdt schone lei tegen"],
        domains: &[Debts, Justice, MentalHealth],
        bodies: &[
            ("CJIB", "Mag boetes uit strafzaken niet kwijtschelden."),
            ("RvR", "Voert de Wsnp uit, maar beslist niet over toelating."),
        ],
        euros: (800, 3_600),
        threat: Some("vervangende hechtenis"),
        urgency: Urgency::Normal,
        reason: "Opname in detentie zou de behandeling afbreken.",
        account: &[
            "Meneer is {maanden} maanden in behandeling en heeft sindsdien geen nieuwe schulden.",
            "Toelating tot de Wsnp is afgewezen wegens {aantal} boetes van vóór de behandeling.",
            "Het CJIB biedt een regeling van {inhouding} per maand, die niet past binnen het leefgeld.",
        ],
        stalemate: "De boetes moeten eerst weg, maar met dit leefgeld duurt dat langer dan de behandeling.",
        tried: &[("Verlenging van de betalingstermijn gevraagd", "CJIB"), ("Hoger beroep besproken", "bewindvoerder")],
        household_wants: "Een einde aan de schulden.",
        professional_wants: "Een regeling naar draagkracht, zodat toelating mogelijk wordt.",
        ..PLAIN
    },
];
