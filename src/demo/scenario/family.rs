//! Scenarios about children and family. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &["Uithuisplaatsing dreigt door gebrek aan woning", "Kinderen uit huis omdat er geen woning is"],
        domains: &[Children, Housing, Relations],
        bodies: &[
            ("RvdK", "Ziet de woonsituatie als onveilig voor de kinderen."),
            ("GM", "Geeft geen urgentie na een eerdere ontruiming."),
        ],
        ruling: Some(Ruling { body: "GM", kind: "weigering urgentieverklaring", prefix: "URG" }),
        threat: Some("uithuisplaatsing"),
        urgency: Urgency::Crisis,
        reason: "De zitting over de uithuisplaatsing is al gepland.",
        account: &[
            "Een ouder verblijft met {kinderen} in een vakantiehuisje dat binnenkort sluit.",
            "De Raad vindt de situatie onveilig en de gemeente weigert urgentie wegens een eerdere ontruiming.",
            "Over de opvoeding zelf zijn er geen zorgen.",
            "Plaatsing in een gezinshuis kost per maand meer dan een woning per jaar.",
        ],
        stalemate: "De kinderen moeten weg omdat er geen woning is, en er is geen woning omdat de urgentie is geweigerd.",
        tried: &[
            ("Urgentie aangevraagd", "woningcorporatie"),
            ("Tijdelijke gezinsopvang gevraagd", "maatschappelijke opvang"),
            ("Uitstel van de zitting gevraagd", "jeugdbescherming"),
        ],
        household_wants: "Bij elkaar blijven.",
        professional_wants: "Een woning met begeleiding in plaats van plaatsing van de kinderen.",
        ..PLAIN
    },
    Scenario {
        titles: &["Kinderen bij oma, kinderbijslag gaat naar ouder", "Kinderbijslag naar ouder die niet verzorgt"],
        domains: &[Children, Finances, Benefits],
        bodies: &[
            ("SVB", "Betaalt aan de ouder op wiens adres het kind staat."),
            ("RvdK", "Onderzoekt de plaatsing nog."),
            ("DT", "Volgt de SVB."),
        ],
        ruling: Some(Ruling { body: "SVB", kind: "afwijzing kinderbijslag", prefix: "AKW" }),
        euros: (500, 2_300),
        urgency: Urgency::Normal,
        reason: "De verzorger komt elke maand geld tekort.",
        account: &[
            "{Kinderen} wonen sinds {maanden} maanden bij hun grootmoeder.",
            "De kinderbijslag en het kindgebonden budget gaan nog naar de ouder.",
            "Omschrijven mag niet zonder toestemming van die ouder, die niet reageert.",
            "Een pleegvergoeding komt pas na het onderzoek van de Raad.",
        ],
        stalemate: "Het geld volgt de inschrijving en de inschrijving wacht op een handtekening.",
        tried: &[("Verklaring van de school gestuurd", "SVB"), ("Gevraagd om een voorlopige plaatsing", "jeugdbescherming")],
        household_wants: "Geld om voor de kinderen te zorgen.",
        professional_wants: "Betaling aan wie feitelijk verzorgt.",
        ..PLAIN
    },
    Scenario {
        titles: &["Geheim adres, post gaat naar oude adres", "Adres na geweld niet afgeschermd bij instanties"],
        domains: &[Relations, ResidenceAndIdentity, Children],
        bodies: &[
            ("DT", "Verwerkt de geheimhouding pas in de volgende ronde."),
            ("RvIG", "De geheimhouding staat juist in de BRP."),
            ("CAK", "Stuurt post naar het laatst bekende adres."),
        ],
        threat: Some("adres wordt bekend"),
        urgency: Urgency::High,
        reason: "De ex-partner kan het nieuwe adres uit de post afleiden.",
        account: &[
            "Mevrouw verblijft met {kinderen} op een geheim adres na huiselijk geweld.",
            "Brieven met het nieuwe adres zijn toch bij de ex-partner bezorgd.",
            "De geheimhouding staat in de BRP, maar nemen niet alle instanties die over.",
            "Zij heeft toeslagen en zorgpost nodig, maar durft niets meer door te geven.",
        ],
        stalemate: "Elke instantie heeft een eigen lijst met adressen en niemand overziet het geheel.",
        tried: &[
            ("Geheimhouding gemeld", "Dienst Toeslagen"),
            ("Gevraagd de post tegen te houden", "CAK"),
            ("Veiligheidsplan gemaakt", "opvanglocatie"),
        ],
        household_wants: "Veilig zijn en toch post krijgen.",
        professional_wants: "Eén melding die bij alle instanties wordt verwerkt.",
        ..PLAIN
    },
    Scenario {
        titles: &["Co-ouderschap: beide ouders zonder toeslag", "Kindgebonden budget geblokkeerd door co-ouders"],
        domains: &[Benefits, Relations, Children],
        bodies: &[
            ("SVB", "Keert uit aan één ouder bij gebrek aan een gezamenlijk verzoek."),
            ("DT", "Kijkt naar wie de kinderbijslag krijgt."),
        ],
        ruling: Some(Ruling { body: "DT", kind: "stopzetting kindgebonden budget", prefix: "KGB" }),
        euros: (800, 3_700),
        urgency: Urgency::Low,
        reason: "Beide huishoudens zitten onder het minimum.",
        account: &[
            "De ouders zorgen ieder de helft van de tijd voor {kinderen}.",
            "Door een conflict is er geen gezamenlijk verzoek en is het kindgebonden budget gestopt.",
            "De SVB en Dienst Toeslagen volgen elkaars besluit, waardoor niemand begint.",
        ],
        stalemate: "De ene instantie volgt de andere en de ouders volgen elkaar niet.",
        tried: &[("Bemiddeling gestart", "wijkteam"), ("Ouderschapsplan gestuurd", "SVB")],
        household_wants: "Het geld waar de kinderen recht op hebben.",
        professional_wants: "Voorlopige uitbetaling op grond van het ouderschapsplan.",
        ..PLAIN
    },
    Scenario {
        titles: &["Wezenuitkering stopt, huur loopt door", "Jongere blijft achter met huur van overleden ouder"],
        domains: &[Housing, Finances, SocialNetwork],
        bodies: &[
            ("SVB", "De uitkering eindigt bij het stoppen van de opleiding."),
            ("DT", "Huurtoeslag kan pas na overname van het huurcontract."),
        ],
        ruling: Some(Ruling { body: "SVB", kind: "beëindiging wezenuitkering", prefix: "ANW" }),
        euros: (1_100, 4_300),
        threat: Some("ontruiming"),
        urgency: Urgency::Normal,
        reason: "De verhuurder heeft de ontruiming aangekondigd.",
        account: &[
            "Na het overlijden van de ouder bleef een jongvolwassene alleen achter in de huurwoning.",
            "De opleiding is {maanden} maanden geleden gestopt en daarmee ook de wezenuitkering.",
            "De corporatie wil het huurcontract niet overdragen zonder inkomen.",
            "De huurachterstand is {bedrag}.",
        ],
        stalemate: "Zonder contract geen toeslag, zonder toeslag geen inkomen en zonder inkomen geen contract.",
        tried: &[("Overname van het contract gevraagd", "woningcorporatie"), ("Terugkeer naar school besproken", "opleiding")],
        household_wants: "In het ouderlijk huis blijven wonen.",
        professional_wants: "Een tijdelijk contract en een overbrugging van het inkomen.",
        ..PLAIN
    },
    Scenario {
        titles: &["Jeugdhulp stopt, volwassenzorg niet geregeld", "Begeleiding eindigt, geen indicatie voor vervolg"],
        domains: &[Children, HealthInsurance, MentalHealth],
        bodies: &[
            ("CIZ", "Kan pas beslissen na een nieuwe diagnose."),
            ("GM", "Beëindigt de jeugdhulp op de wettelijke leeftijd."),
        ],
        ruling: Some(Ruling { body: "CIZ", kind: "afwijzing Wlz-indicatie", prefix: "WLZ" }),
        threat: Some("zorg stopt"),
        urgency: Urgency::High,
        reason: "De jongere verliest begeleiding en woonplek op dezelfde dag.",
        account: &[
            "De jeugdhulp stopt binnenkort en de zorg voor volwassenen is niet geregeld.",
            "Het CIZ vraagt een nieuwe diagnose, waarvoor de wachttijd {maanden} maanden is.",
            "De jongere woont in een groep en moet die op dezelfde dag verlaten.",
            "De instelling wil doorgaan als iemand de rekening betaalt.",
        ],
        stalemate: "De oude zorg mag niet door en de nieuwe zorg kan niet beginnen.",
        tried: &[("Verlengde jeugdhulp gevraagd", "gemeente"), ("Diagnose met voorrang gevraagd", "behandelaar")],
        household_wants: "Blijven wonen waar het goed gaat.",
        professional_wants: "Verlenging tot er een indicatie is, met een afspraak over de kosten.",
        ..PLAIN
    },
];
