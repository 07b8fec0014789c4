//! Scenarios about health insurance and long-term care. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &[
            "Kind zonder zorgverzekering, twee loketten",
            "Kind onverzekerd door fout in inschrijving",
            "Zorg voor kind stopt, CAK en gemeente verwijzen",
        ],
        domains: &[HealthInsurance, ResidenceAndIdentity, Children],
        bodies: &[
            ("CAK", "Verwijst naar de gemeente voor de inschrijving."),
            ("RvIG", "Kan alleen op verzoek van de gemeente corrigeren."),
        ],
        ruling: Some(Ruling { body: "CAK", kind: "afwijzing aanmelding", prefix: "OV" }),
        threat: Some("zorg stopt"),
        urgency: Urgency::High,
        reason: "Een kind krijgt de behandeling niet die al was gestart.",
        account: &[
            "Een jong kind is sinds {maanden} maanden niet verzekerd door een fout in de inschrijving.",
            "Het CAK verwijst naar de gemeente en de gemeente naar het CAK.",
            "De huisarts weigert een vervolgconsult en de apotheek levert alleen tegen betaling.",
            "Wie heeft mandaat om de inschrijving te herstellen?",
        ],
        stalemate: "Zonder inschrijving geen verzekering, en niemand wil de inschrijving als eerste herstellen.",
        tried: &[
            ("Correctie van de inschrijving gevraagd", "burgerzaken"),
            ("Aanmelding als onverzekerde gedaan", "CAK"),
            ("Noodbehandeling besproken", "huisarts"),
        ],
        household_wants: "Zorg voor het kind.",
        professional_wants: "Een verzekering met terugwerkende kracht en één aanspreekpunt.",
        ..PLAIN
    },
    Scenario {
        titles: &["Wlz of Wmo: drie financiers, geen zorg", "Plek beschermd wonen, niemand betaalt"],
        domains: &[HealthInsurance, MentalHealth, Housing],
        bodies: &[
            ("CIZ", "Geen blijvende behoefte aan zorg vastgesteld."),
            ("NZa", "Verwijst voor een afzonderlijk geval naar het zorgkantoor."),
            ("GM", "Vindt de zorgvraag te zwaar voor de Wmo."),
        ],
        ruling: Some(Ruling { body: "CIZ", kind: "afwijzing Wlz-indicatie", prefix: "WLZ" }),
        threat: Some("plek vervalt"),
        urgency: Urgency::High,
        reason: "De plek wordt niet langer vrijgehouden.",
        account: &[
            "Iedereen is het eens over beschermd wonen met begeleiding dag en nacht, en er is een plek.",
            "Zorgkantoor, gemeente en zorgverzekeraar vinden elk dat een ander moet betalen.",
            "Intussen verblijft meneer al {maanden} maanden op een plek die niet past.",
            "De instelling houdt de plek niet lang meer vrij.",
        ],
        stalemate: "Drie financiers zijn het eens over de zorg, maar niet over de rekening.",
        tried: &[("Overleg met alle financiers gehouden", "zorgkantoor"), ("Overbruggingsprocedure voorgesteld", "gemeente")],
        household_wants: "Verhuizen naar de plek die klaarstaat.",
        professional_wants: "Nu starten en later vaststellen wie betaalt.",
        ..PLAIN
    },
    Scenario {
        titles: &["Pgb stopgezet tijdens herindicatie", "Begeleiding valt weg, pgb wordt niet uitbetaald"],
        domains: &[HealthInsurance, DailyLife, Finances],
        bodies: &[("SVB", "Betaalt niet uit zonder nieuwe toekenning."), ("CIZ", "De herindicatie is nog niet afgerond.")],
        ruling: Some(Ruling { body: "SVB", kind: "beëindiging betaling pgb", prefix: "PGB" }),
        euros: (1_200, 6_200),
        threat: Some("zorg stopt"),
        urgency: Urgency::High,
        reason: "Als de begeleiding wegvalt, dreigt een crisisplaatsing.",
        account: &[
            "De begeleiding valt weg en een crisisplaatsing dreigt.",
            "De SVB betaalt niet uit zonder nieuwe beschikking en het CIZ heeft nog {weken} weken nodig.",
            "De begeleider heeft {bedrag} tegoed en kan niet langer op zijn geld wachten.",
            "De zorgvraag zelf is volgens iedereen niet veranderd.",
        ],
        stalemate: "De oude indicatie is verlopen voordat de nieuwe er was.",
        tried: &[("Spoedbeoordeling gevraagd", "CIZ"), ("Doorbetaling op de oude indicatie gevraagd", "SVB")],
        household_wants: "De vaste begeleider houden.",
        professional_wants: "Doorbetalen tot de herindicatie rond is.",
        ..PLAIN
    },
    Scenario {
        titles: &["Wanbetalersregeling loopt door na schuldregeling", "Bestuursrechtelijke premie blijft ingehouden"],
        domains: &[HealthInsurance, Debts, Finances],
        bodies: &[("CAK", "Stopt pas na afmelding door de zorgverzekeraar.")],
        ruling: Some(Ruling { body: "CAK", kind: "inhouding bestuursrechtelijke premie", prefix: "WB" }),
        euros: (600, 2_600),
        urgency: Urgency::Normal,
        reason: "De inhouding brengt de schuldregeling in gevaar.",
        account: &[
            "Sinds {maanden} maanden loopt een schuldregeling waaraan de zorgverzekeraar meedoet.",
            "Toch houdt het CAK de hogere premie in, omdat de afmelding niet is verwerkt.",
            "Er blijft {inhouding} per maand minder over dan afgesproken in de regeling.",
            "De verzekeraar zegt de afmelding twee keer te hebben verstuurd.",
        ],
        stalemate: "De verzekeraar zegt afgemeld te hebben en het CAK zegt niets te hebben ontvangen.",
        tried: &[("Kopie van de afmelding opgevraagd", "zorgverzekeraar"), ("Kopie doorgestuurd", "CAK")],
        household_wants: "De gewone premie betalen.",
        professional_wants: "Stoppen met inhouden vanaf de dag van de afmelding en terugbetalen.",
        ..PLAIN
    },
    Scenario {
        titles: &["Eigen bijdrage en huur samen te hoog", "Opname dubbel betaald: huur en eigen bijdrage"],
        domains: &[HealthInsurance, Housing, Finances],
        bodies: &[("CAK", "Rekent met het inkomen van twee jaar geleden."), ("DT", "Stopt de huurtoeslag bij een lange opname.")],
        ruling: Some(Ruling { body: "CAK", kind: "vaststelling eigen bijdrage Wlz", prefix: "EB" }),
        euros: (500, 2_400),
        threat: Some("huuropzegging"),
        urgency: Urgency::Low,
        reason: "Als de woning wordt opgezegd, is er na de opname geen huis meer.",
        account: &[
            "Meneer is {maanden} maanden opgenomen en wil daarna terug naar zijn woning.",
            "Het CAK rekent een eigen bijdrage op basis van een inkomen van twee jaar geleden.",
            "De huur loopt door en de huurtoeslag is gestopt; er is een tekort van {inhouding} per maand.",
        ],
        stalemate: "De opname is tijdelijk, maar de regels gaan uit van een blijvende verhuizing.",
        tried: &[("Peiljaarverlegging aangevraagd", "CAK"), ("Uitstel van betaling gevraagd", "woningcorporatie")],
        household_wants: "Na de opname terug naar huis.",
        professional_wants: "De lage eigen bijdrage zolang de woning wordt aangehouden.",
        ..PLAIN
    },
    Scenario {
        titles: &["Boete CAK voor onverzekerde zonder adres", "Onverzekerd door uitschrijving, boete volgt"],
        domains: &[HealthInsurance, Debts, ResidenceAndIdentity],
        bodies: &[
            ("CAK", "Legt de boete op zodra de termijn voorbij is."),
            ("GM", "Heeft ambtshalve uitgeschreven na adresonderzoek."),
        ],
        ruling: Some(Ruling { body: "CAK", kind: "boete onverzekerd", prefix: "BO" }),
        euros: (450, 1_400),
        urgency: Urgency::Low,
        reason: "De boete wordt verhoogd als niet op tijd wordt betaald.",
        account: &[
            "Na een ambtshalve uitschrijving heeft de zorgverzekeraar de polis beëindigd.",
            "De aanschrijvingen van het CAK gingen naar het oude adres en zijn nooit ontvangen.",
            "Nu ligt er een boete van {bedrag} en is er al {maanden} maanden geen verzekering.",
        ],
        stalemate: "De boete volgt uit brieven die door de uitschrijving nooit konden aankomen.",
        tried: &[("Boete betwist", "CAK"), ("Nieuwe polis aangevraagd", "zorgverzekeraar")],
        household_wants: "Verzekerd zijn zonder boete.",
        professional_wants: "De boete intrekken en de polis herstellen.",
        ..PLAIN
    },
    Scenario {
        titles: &["Hulpmiddel: verzekeraar en gemeente wijzen door", "Ontslag uit kliniek zonder aangepast bed"],
        domains: &[PhysicalHealth, HealthInsurance, DailyLife],
        bodies: &[
            ("ZiNL", "Geeft uitleg over het pakket, maar beslist niet."),
            ("GM", "Ziet het hulpmiddel als zorg uit de verzekering."),
        ],
        ruling: Some(Ruling { body: "GM", kind: "afwijzing Wmo-voorziening", prefix: "WMO" }),
        euros: (900, 4_800),
        threat: Some("ontslag uit kliniek"),
        urgency: Urgency::Normal,
        reason: "Zonder hulpmiddel kan mevrouw niet veilig naar huis.",
        account: &[
            "Mevrouw mag naar huis, maar alleen met een aangepast bed en een tillift.",
            "De verzekeraar verwijst naar de Wmo en de gemeente naar de verzekering.",
            "De kliniek houdt haar al {weken} weken langer dan medisch nodig is.",
            "Huren kan, maar kost {inhouding} per maand.",
        ],
        stalemate: "Beide wetten sluiten elkaar uit en beide partijen lezen ze anders.",
        tried: &[
            ("Advies van de ergotherapeut gestuurd", "zorgverzekeraar"),
            ("Herziening van de afwijzing gevraagd", "Wmo-loket"),
        ],
        household_wants: "Naar huis met de juiste hulpmiddelen.",
        professional_wants: "Nu leveren en de rekening later verdelen.",
        ..PLAIN
    },
];
