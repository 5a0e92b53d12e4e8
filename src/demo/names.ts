const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Common first names of girls; together with the surnames they make people who do not exist. */
export const girlNames = words(`
  Emma Nora Sara Ingrid Thea Ida Emilie Julie Sofie Maja Amalie Hanna Tuva Frida Vilde Leah Maria Anna Marte Malin
  Oda Hedda Mathilde Selma Aurora Live Eline Linnea Tiril Mia Victoria Elise Kaja Andrea Caroline Martine Silje Karoline
  Marthe Camilla Christine Kristine Helene Henriette Synne Ragnhild Solveig Astrid Åse Guro Sigrid Signe Eira Jenny Alma
  Agnes Ella Olivia Iben Pernille Rikke Mari Marie Madeleine Isabell Elisabeth Katrine Cathrine Benedicte Lene Tonje Stine
  Ronja Alva Ylva Hilde Bjørg Gøril Turid Åshild Máret Elle Inga Risten Sunniva Vår Embla Tora Fatima Amina Hodan Zahra
  Aisha Maryam Layla Noor Zuzanna Julia Oliwia Weronika Linh Thi Anh Natalia Gabija Selam Hiba Rahel Dania Yasmin Sana
`);

/** Common first names of boys. */
export const boyNames = words(`
  Jakob Lucas Emil Oskar William Noah Oliver Filip Elias Magnus Henrik Mathias Markus Sander Kristian Alexander Jonas Tobias
  Martin Andreas Sebastian Adrian Daniel Håkon Sondre Eirik Erik Fredrik Thomas Sindre Vetle Herman Isak Johannes Mikkel
  Ole Lars Simen Kasper Ulrik Aksel Olav Even Trym Iver Leon Benjamin Nikolai Petter Peder Anders Jørgen Øyvind Øystein
  Åsmund Vegard Stian Marius Christian Christoffer Kristoffer Robin Nils Per Knut Håvard Torbjørn Bjørn Bjørnar Sigurd
  Ludvig Ferdinand Theodor Amund Brage Storm Odin Jens Haakon Tord Tor Espen Kim Joakim Gard Odd Amund Ánte Áilu Niillas
  Máhtte Jovnna Mohammed Ahmed Ali Omar Abdi Yusuf Ibrahim Hassan Khalid Jakub Kacper Mateusz Szymon Minh Tuan Duc Lukas
  Deividas Filmon Samuel Yonas Bilal Zain Hamza
`);

/** Names that are used as second parts: Anne Marie, Ole-Martin. */
export const secondNames = {
  girl: words('Marie Sofie Kristin Helen Louise Elisabeth Charlotte Sophie Kathrine Lovise Margrethe Karin Benedikte'),
  boy: words('Martin Kristian Andreas Johan Magnus Henrik Alexander Gustav Andre Christian Erik Jonas Petter'),
} as const;

/** Common surnames and farm names. */
export const surnames = words(`
  Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen
  Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Henriksen Lund Sørensen Jakobsen Moen Gundersen Iversen
  Strand Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie Amundsen Nguyen Rasmussen
  Lunde Solheim Berge Moe Nygård Bakke Kristensen Fredriksen Holm Lien Hauge Christensen Andresen Nielsen Knudsen Evensen
  Sæther Aas Hanssen Myhre Haugland Thomassen Simonsen Sivertsen Berntsen Danielsen Arnesen Rønning Sandvik Næss Antonsen
  Haug Ellingsen Thorsen Edvardsen Vik Isaksen Gulbrandsen Ruud Aasen Strøm Myklebust Tangen Ødegård Eliassen Helland
  Bøe Jenssen Aune Mikkelsen Tveit Brekke Abrahamsen Madsen Engen Wold Bjerke Gjerde Skoglund Holen Ness Bråthen
  Fjeld Sætre Hovland Torgersen Ludvigsen Nordli Håland Aamodt Aarseth Sørlie Fossum Grønli Vågen Ånes Øverland Østby
  Ådland Rødland Skår Sjøvoll Kjær Bergsvik Lillevik Storvik Utnes Innhaug Sandnes Furuset Granli Lønning Sele Voll Hjelle
  Kleppe Årdal Vassbotn Vårvik Breivik Nordbø Sunde Teigen Rygg Hole Lothe Mo Bø Li Hætta Utsi Eira Sara Gaup Bals Somby
  Kowalski Nowak Wiśniewski Mohamed Ali Hussein Abdullahi Ahmed Khan Tran Pham Le Tesfay Haile Osman Ibrahim Yilmaz Kazlauskas
`);

export const streetNames = words(`
  Storgata Kirkevegen Fjordvegen Skolevegen Strandgata Havnegata Fjellvegen Bakkevegen Ringvegen Sjøgata Skogvegen
  Solbakken Nygata Elvevegen Åsvegen Parkvegen Industrivegen Bruvegen Nordvegen Sørvegen Øvregata Nedregata Granvegen
  Bjørkevegen Furuvegen Rognevegen Hegrevegen Måsevegen Ørnevegen Naustvegen Brattbakken Lillevegen Myrvegen Engvegen
  Kvernhusvegen Prestegardsvegen Stasjonsvegen Torggata Tunvegen Utsikten Lyngvegen Blåbærvegen Tyttebærvegen Kråkevegen
`);

export const schoolNames = [
  'Fjordlund',
  'Havblikk',
  'Tinderud',
  'Solåsen',
  'Nordlys',
  'Kystbygd',
  'Grønnvoll',
  'Sundet',
];

export const privateSchoolNames = ['Kvitfjell friskole', 'Tindane kristne gymnas', 'Havbris toppidrettsgymnas'];

export const firmNames = ['Fjordmek', 'Nordvik Bygg', 'Sundet Elektro', 'Kystfrisør', 'Tindane Bil', 'Havneby Kjøkken'];

export const exchangeCountries = ['USA', 'Storbritannia', 'Frankrike', 'Tyskland', 'Canada', 'Japan', 'Spania'];

/** Short forms that people write instead of their own name. */
export const shortNames: Readonly<Record<string, string>> = {
  Alexander: 'Alex',
  Benjamin: 'Ben',
  Christoffer: 'Chris',
  Kristoffer: 'Kris',
  Kristian: 'Kris',
  Christian: 'Chris',
  Elisabeth: 'Lisa',
  Karoline: 'Line',
  Mathilde: 'Tilde',
  Nikolai: 'Niko',
  Sebastian: 'Seb',
  Victoria: 'Vicky',
  William: 'Will',
  Johannes: 'Hannes',
  Fredrik: 'Fred',
  Theodor: 'Theo',
  Mohammed: 'Mo',
  Samuel: 'Sam',
  Daniel: 'Dani',
  Thomas: 'Tom',
  Joakim: 'Kim',
  Mikkel: 'Mikke',
  Isabell: 'Bella',
  Henriette: 'Jette',
  Pernille: 'Nille',
  Ingrid: 'Inga',
  Marthe: 'Marte',
  Mathias: 'Mathis',
  Andreas: 'Andy',
};
