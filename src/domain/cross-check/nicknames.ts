/** Names that one person may go by; a name can stand in several groups. Folded when they are used. */
const groups = `
alexander aleksander alex aleks sander sasha xander | alexandra aleksandra alex sandra alexa | andreas andre andy adde
anders andy | andrea drea | ane anne anna ann anja | annabelle anna belle bella | anette annette nette | benjamin ben benny
bendik benedikt ben benny | benedicte benedikte bente bene | birgitte britt gitte brit | bjarne bjarte | bjorn bjornar
caroline karoline line caro karo carro lina | cecilie cille sissel silje cissi | charlotte lotte lotta charlie
christian kristian kris chris stian krille kristen | christina kristina kristin christin kristine christine stine tina kris
christoffer kristoffer kris chris stoffer toffer | cornelia nelia nelly | daniel dan danny dani | daniela dani daniella
edvard edward eddie | eirik erik eric erek | elisabeth elizabeth lisa lise lisbeth betty eli elise beth lisbet else bettina
eleonora nora ella | eleonore nora elea | elias eli | ella elisabeth | emilie emily emma mille emmi milly | emil emilian
emanuel manuel manu | ferdinand ferdi | filip philip fillip | frederik fredrik fred freddy fredde | frida fride
gabriel gabbe gabe | gabriella gaby ella | georg jorgen george | gunnar gunne | gustav gusta gus | hakon haakon hakke
hans johannes johan | harald harry | hedda hedvig | helene helen lene helena elena | henriette jette henri rikke
henrik henke henry rikken | hildegunn hilde gunn | ida idun | ingeborg inga inger bolla | ingrid inga ingri inger
isabella isabel isabell isabelle bella isa | isak isaac | jakob jacob jac | jan johan johannes | jennifer jenny jen
joachim joakim kim jokke | johanna hanna joanna | johannes hannes johan joh jo | jonas jonathan jon | jon john johnny jonny
jonathan jon nathan jonte | josefine josephine fina josie | julian jul | julie julia juliane juli | kaja kaia
katarina katharina catharina kathrine katrine cathrine trine kari kaja rina kat katja | kenneth ken kenny
kristofer kristoffer christopher chris kris | lars lasse | laurits lauritz | leonard leo leon lennart | leonora nora
lillian lilly lil | linda linn | linnea linn nea | lukas lucas luka luke | madeleine madelen mads maddie malin
magdalena lena magda malena | magnus magne magga mange | margrethe margrete grete grethe marte margit margareta rita
margaret margareta maggie | maria marie mari maja mia marija marja maryam mariam miriam | marianne mari anne
mariell mariel mari | markus marcus mark | martin morten | martine tine martina tina | martha marte marthe marta
mathias mattias matias mathis matti mats matthias | mathilde matilde tilde matilda tilda | maximilian max maks maximillian
michael mikael mikkel mike mikke michal | michelle mischa | mohammed mohamed muhammad mohammad muhammed mohamad mo mahamed
nikolai nicolai niko nico nicolay nikolaj klaus | nicolas nicholas niklas nick nico | oda odine | oleksandr alex
olav ole ola oluf olaf | oliver olle ollie | olivia liv livia | ole ola | oskar oscar ossi | patrick patrik pat
peter petter per peder | pernille nille pella | rebecca rebekka bekka becca | regine gine | robert rob robbie bob bobby
ronja ronya | sebastian seb basse bastian sebbe | samuel sam sammy | samantha sam | sara sarah zara zahra | sigrid siri sissi
sofie sophie sofia sophia fia soffi | solveig sol veig | stefan stephan steffen stephen stefen | susanne susanna sanne sanna
synnove synne | terje tarje | theodor theo teodor ted teo | thea dorothea tea | therese terese tess tessa | thomas tom tommy
tobias tobbe tobi | tonje antonia | torbjorn tor bjorn tobben | ulrik ulrich | valdemar valde waldemar | vanessa nessa
victor viktor vik vic | victoria viktoria vicky vic toria vikki | vilhelm wilhelm william willy ville | vilde alvilde
vincent vinny | william will bill willy billy liam | yngvild ingvild | yusuf josef yosef youssef yousef jusuf
ahmed ahmad achmed | ali aly | hassan hasan | hussein husein hussain | abdullah abdi abdulla abdullahi abdulahi | fatima fatma fatuma
khadija kadija | layla leila laila | amina aminah | ibrahim abraham ebrahim | omar umar | yasmin jasmin yasmine jasmine
nguyen nguyên | katarzyna kasia | małgorzata gosia | aleksandra ola | jakub kuba | zuzanna zuza | weronika veronika | mateusz mathias
andrzej andreas | tomasz thomas | piotr peter | krzysztof kristoffer | paweł paul pal | pal paul paal | kjell kjetil | per petter
stein steinar | svein sven | tor thor thorbjorn | torstein thorstein tor | oystein eystein | oyvind eyvind | aslaug asa ase`;

/** Every group's names, folded by the caller's rule: name → numbers of the groups it stands in. */
export function nicknameGroups(foldName: (name: string) => string): ReadonlyMap<string, ReadonlySet<number>> {
  const byName = new Map<string, Set<number>>();
  for (const [at, group] of groups.split(/[|\n]/).entries()) {
    for (const name of group.trim().split(/\s+/)) {
      if (name === '') continue;
      const key = foldName(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(at));
    }
  }
  return byName;
}
