"""The parts of Russia that people speak of, and the regions in each, by the names that places of the record have. Pure.

They are Russia's federal districts as of 2018, without what Russia occupies. A region of the record that is in none of
them is a fault that a test finds.
"""

from __future__ import annotations

from collections.abc import Mapping

# Between several parts that are named together.
OR = " or "
PARTS_OF_RUSSIA: Mapping[str, frozenset[str]] = {
    "Central Russia": frozenset(
        {
            "Belgorod Oblast", "Bryansk Oblast", "Ivanovo Oblast", "Kaluga Oblast", "Kostroma Oblast", "Kursk Oblast",
            "Lipetsk Oblast", "Moscow (federal city)", "Moscow Oblast", "Oryol Oblast", "Ryazan Oblast",
            "Smolensk Oblast", "Tambov Oblast", "Tula Oblast", "Tver Oblast", "Vladimir Oblast", "Voronezh Oblast",
            "Yaroslavl Oblast",
        }
    ),
    "Northwestern Russia": frozenset(
        {
            "Arkhangelsk Oblast", "Kaliningrad Oblast", "Komi Republic", "Leningrad Oblast", "Murmansk Oblast",
            "Nenets Autonomous Okrug", "Novgorod Oblast", "Pskov Oblast", "Republic of Karelia",
            "Saint Petersburg (federal city)", "Vologda Oblast",
        }
    ),
    "Southern Russia": frozenset(
        {
            "Astrakhan Oblast", "Krasnodar Krai", "Republic of Adygea", "Republic of Kalmykia", "Rostov Oblast",
            "Volgograd Oblast",
        }
    ),
    "the North Caucasus": frozenset(
        {
            "Chechen Republic", "Kabardino-Balkarian Republic", "Karachay-Cherkess Republic", "Republic of Dagestan",
            "Republic of Ingushetia", "Republic of North Ossetia–Alania", "Stavropol Krai",
        }
    ),
    "the Volga region": frozenset(
        {
            "Chuvash Republic", "Kirov Oblast", "Mari El Republic", "Nizhny Novgorod Oblast", "Orenburg Oblast",
            "Penza Oblast", "Perm Krai", "Republic of Bashkortostan", "Republic of Mordovia", "Republic of Tatarstan",
            "Samara Oblast", "Saratov Oblast", "Udmurt Republic", "Ulyanovsk Oblast",
        }
    ),
    "the Urals": frozenset(
        {
            "Chelyabinsk Oblast", "Khanty-Mansi Autonomous Okrug", "Kurgan Oblast", "Sverdlovsk Oblast",
            "Tyumen Oblast", "Yamalo-Nenets Autonomous Okrug",
        }
    ),
    "Siberia": frozenset(
        {
            "Altai Krai", "Altai Republic", "Irkutsk Oblast", "Kemerovo Oblast", "Krasnoyarsk Krai",
            "Novosibirsk Oblast", "Omsk Oblast", "Republic of Khakassia", "Tomsk Oblast", "Tuva Republic",
        }
    ),
    "the Russian Far East": frozenset(
        {
            "Amur Oblast", "Chukotka Autonomous Okrug", "Jewish Autonomous Oblast", "Kamchatka Krai",
            "Khabarovsk Krai", "Magadan Oblast", "Primorsky Krai", "Republic of Buryatia", "Sakha Republic (Yakutia)",
            "Sakhalin Oblast", "Zabaykalsky Krai",
        }
    ),
}  # fmt: skip
# Regions of other parts that many call by the name of one as well.
ALSO_CALLED: Mapping[str, frozenset[str]] = {
    "Siberia": frozenset({"Tyumen Oblast", "Republic of Buryatia", "Sakha Republic (Yakutia)", "Zabaykalsky Krai"}),
    "the Urals": frozenset({"Perm Krai", "Orenburg Oblast", "Udmurt Republic", "Republic of Bashkortostan"}),
}
