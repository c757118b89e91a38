"""The words of which a return code of three is made: short, concrete, easy to spell."""

from __future__ import annotations

import re
import secrets

_NL = """
aap aarde akker anker appel arend auto avond baard bad bakker bal balkon banaan bank bark beek beer bel berg
berk bes beuk bever bezem bij bijl blad blauw bliksem bloem bloes boei boek boer boom boon boot bord borstel
bos boter bout brief bril broek broer brood brug bruin buik buis bus buur cactus camping cello cent cirkel
citroen clown cowboy dak dal dame dans das deeg deken den deur deurbel dier dijk dolfijn donder doos dorp
douche draad draak drop druif druppel duif duim duin dweil eekhoorn eend egel eik eiland emmer engel erwt
ezel fabriek fakkel fee feest fiets film fluit fontein foto framboos fruit gang gans garage garen gast geel
geit geluid gids gieter giraf gitaar glas goot goud graan grap gras groen groente groep grot haak haan haar
haas hagel hak halm hals hamer hand hark hart haven hek helm hemd hemel herberg herfst hert heuvel hik hoed
hoek hond honing hooi hout huis hut ijs ijsbeer insect jam jas jeep juf kaars kaart kaas kabel kachel kade
kajak kam kameel kamer kan kano kapper kar karton kast kasteel kat kegel kelder kers ketel keuken kiem
kikker kind kip kist klaver klei klok klomp knie knoop knop koe koek koffer koffie kok kom komeet konijn
koning kooi kool koor kop koraal korf kraag kraai kraan krab krans krant kreeft kring kroon kruid kruik krul
kubus kuiken kus kwal kwast laars lade laken lam lamp land lantaarn laurier leeuw lente lepel letter lied
lift lijm lijn lijst linde lint lucht maan maand mais mand mango markt marmer mast mat meer mees meeuw melk
melodie mes meter meubel middag mier mijl molen mond monnik mos motor mug muis munt mus museum muts muur
muziek naald nacht narcis nest net neus noot oase oceaan oever olie olifant olijf oma oog oom oor opa orgel
otter oven paard pad palm pan panda papier parel park pasta pauw peer pen perzik piano pijl pijp pinda
pinguin piraat pizza plaat plank plant plein ploeg poort pop post potlood prins proef punt puzzel raaf raam
raket ram reiger rekening reus rib rijst ring rivier rok rood roos rots rugzak ruit rups salade saus schaap
schaar schaats schat schelp schip schoen school schuur slak slang slee sleutel slinger slof sneeuw soep sok
spar spiegel spin spons spoor sport sprong stad stal stam steen ster steur stoel stoep storm straat strand
strik struik stuur suiker taart tafel tak tand tante tapijt tas tegel tent thee tijger toets tomaat toon
toren touw trap trein trom tuin tulp tunnel uil uur vaas vacht varen veer vel veld venster vest veter vijver
vilt vink viool vis vlag vleugel vlieger vlinder vloer vlot voet vogel vork vos vriend vuur waaier wagen
walnoot walvis wand want water web weg weide wereld wieg wiel wilg wind winkel winter wol wolk wortel zaad
zadel zak zalm zand zebra zee zeef zeep zeil zilver zoen zolder zomer zon zout zus zwaan zwaluw
"""

_EN = """
acorn actor anchor angel ankle apple april apron arrow aunt autumn baby badge bag baker ball balloon banana
bank barn basket bath beach bead bean bear beard beaver bed bee bell belt bench berry bike bird biscuit
blanket blue boat bone book boot bottle bowl box boy branch bread breeze brick bridge brook broom brother
brown brush bucket bun bus bush butter button cabin cable cactus cake camel camera camp canal candle canoe
cap captain car card carpet carrot cart castle cat cave cello chain chair chalk cheese cherry chess chest
chick chin circle city clay cliff clock cloud clover clown coach coal coast coat coconut coffee coin cook
coral cork corn cotton cousin cow crab crane crayon cream cricket crow crown cup curtain cushion daisy dance
dawn deer desk dish dog doll dolphin donkey door dove dragon drawer dream dress drum duck dune eagle ear
earth east egg elbow elephant engine evening family farm father feather fence fern ferry fiddle field finger
fire fish flag flame flower flute foam fog foot forest fork fountain fox friend frog fruit garage garden
gate giant ginger giraffe glass glove goat gold goose grape grass green guest guitar hair hammer hand
harbour harp hat hay hazel heart hedge hen heron hill hive holiday honey hook horn horse hotel hour house
ice igloo ink iron island ivory ivy jacket jam jar jelly jewel jug juice jungle kettle key king kite kitten
knee knot ladder lake lamb lamp lantern lark leaf leg lemon letter lettuce lid light lily lime line lion lip
lizard loaf lobster lock log lunch magnet mango map maple marble march market mask mat meadow melon merry
milk mill mint mirror mitten moon morning moss moth mother motor mountain mouse mouth museum mushroom music
nail napkin neck needle nest net night north nose nurse nut oak oar oasis oat ocean olive onion orange
orchard organ otter oven owl pan panda paper parcel park parrot party path paw pea peach peacock peanut pear
pearl pebble pen pencil penguin penny pepper piano picnic pie pigeon pillow pilot pine pink pipe pizza plant
plate plum pocket pond pony poppy post pot potato prince pumpkin puppet purple puzzle queen quilt rabbit
radio raft rail rain raisin raven red reed ribbon rice ring river road robin rock rocket roof room root rope
rose ruby rug sail salad salmon salt sand scarf school sea seal seed shadow sheep shell ship shirt shoe shop
shore silk silver singer sister skate sky sled slipper smile snail snow soap sock sofa song soup south spade
sparrow spider spoon spring square squirrel stable stage stairs star station stick stone stool storm story
stove straw stream street sugar summer sun swan sweater table tail tea teacher tent thumb thunder ticket
tiger toast tomato tooth torch tower town toy track train tray tree truck trumpet tulip tunnel turtle uncle
valley van vase vest village violin voice wagon walnut water wave wax weather well west whale wheat wheel
whistle willow wind window wing winter wolf wood wool yard yellow zebra
"""

LISTS: dict[str, tuple[str, ...]] = {"nl": tuple(_NL.split()), "en": tuple(_EN.split())}


def three(language: str) -> list[str]:
    """Three different words by chance, in the person's language where there is a list.

    Args:
        language: ISO 639 code; another language than Dutch gets the English list.
    """
    return secrets.SystemRandom().sample(LISTS.get(language, LISTS["en"]), 3)


def normal(words: str) -> str:
    """The words as they are compared: lower case, only letters, one space between."""
    return " ".join(re.findall(r"[^\W\d_]+", words.casefold()))
