"""Short, kind words for phone phrases, easy to say and to hear apart. Order does not matter; each stands once."""

WORDS = tuple(
    """
    acorn alder almond alpine amber anchor anise antler apple apricot april apron arbor arch arctic aspen aster
    atlas attic autumn avocado award baker ballad balloon balm bamboo banana banjo banner barley barn basil basin
    basket bath bayou beacon bead beaver bedrock beehive bell bench berry birch biscuit bison blanket bloom blossom
    blue bluebird board boat bonfire bonnet book bookmark boot botany bottle boulder bouquet bowl bracelet braid
    branch brass bread breeze brick bridge bright brook broom brown brush bubble bucket buckle buggy bumblebee bunny
    butter buttercup butterfly button cabin cabinet cactus calico calm camel cameo camera camp canal canary candle
    candy canoe canopy canvas canyon caper caravan caraway cardigan cargo caribou carnival carob carousel carpet
    carrot cart cascade cashew castle catalog catnip cedar celery cello ceramic chalet chalk chamomile chapter charm
    chart cherry chess chestnut chickadee chicory chimney chipmunk chocolate chorus cider cinema cinnamon circle
    citrus city clarinet clay clementine cliff cloak clock cloud clover cluster coast cobalt cocoa coconut coffee
    comet compass compost concert confetti copper coral cordial cork cornbread corner cornet cosmos cottage cotton
    country courtyard cove cradle cranberry crane crayon creek crepe cricket crimson crocus crown crumpet crystal
    cub cucumber cupboard cupcake curtain cushion custard cyan cycle cypress daffodil dahlia dairy daisy dance
    dandelion date dawn daylight delta denim desert desk dessert dewdrop dial diamond diary dill dimple diner dinner
    dogwood dolphin domino donkey doodle door dove downtown dragonfly drawer dream drizzle drum drummer duckling
    dumpling dune dusk eagle earring earth easel east echo eclair egret eider elbow elder elm ember emerald emu
    envelope equator ermine essay evening evergreen fable fabric falcon family farm farmer fawn feather fennel fern
    ferret ferry festival fiddle field fig filbert finch firefly fireplace fjord flag flagstone flamingo flannel
    flask flax flint flock florist flower flute foam folder folk fondue footpath forest fountain foxglove freckle
    freesia fresco friday friend fritter frost fruit fudge gable galaxy gallery garden gardenia garland garlic gate
    gazebo gazelle gecko gem gentle geranium geyser gibbon ginger gingham giraffe glacier glade glass glider glimmer
    glitter globe glove goat gold goldfinch gondola goose gopher gorge gosling grain granary granite granola grape
    graph grass gravel green greenhouse griddle grotto grove guava guest guitar gull habit hallway hamlet hammock
    hamper handbag handle handshake happy harbor harmony harp harvest hat hatch haven hawk hawthorn hazel hazelnut
    heart hearth heather hedge hedgehog helmet herb heron hickory hill hilltop hive hobby holiday hollow holly home
    honey honeycomb hoop hopeful horizon horse hostel house hub huckleberry hummingbird humor hyacinth ibis iceberg
    icicle icing igloo iguana impala indigo ink inlet inn insect iris island ivory ivy jacket jade jaguar jam
    january jar jasmine jay jazz jelly jewel jigsaw jingle jolly journal journey joy jubilee juice july jumper june
    jungle juniper kale kangaroo kayak keepsake kelp kennel kernel kestrel kettle key keyboard kimono kind kindling
    kingfisher kiosk kite kitten kiwi knapsack knitting knot koala label lace ladder ladle ladybug lagoon lake lamb
    lamp lantern lapel larch lark larkspur lasso lattice laundry laurel lavender lawn leaf leather ledge legend
    lemon lemonade lemur lentil leopard letter lettuce library lichen lighthouse lilac lily lime linden linen lion
    lizard llama lobby locket loft log lotus lounge lullaby lumber lunar lunch lute lynx lyric macaroni macaw
    magenta magnet magnolia magpie mahogany mallard mallow mammoth mandarin mandolin mango manor mantle map maple
    marble march margin marigold marina market marmalade marmot maroon marsh marten mast matinee maypole meadow
    meadowlark medal medley mellow melody melon memory merit mermaid merry mesa meteor midday midsummer mill millet
    mineral mink minnow mint minuet mirror mist mitten moccasin mocha model molasses monday monsoon moon moonbeam
    moose morning mosaic moss motif mountain mouse muffin mulberry mural museum mushroom music muslin mustard myrtle
    napkin narrative nature navy nectar nectarine needle nest nettle newt nickel nightfall noodle noon north
    notebook nougat novel november nugget nursery nutmeg oak oasis oat oatmeal oboe ocean ocelot october octopus
    olive omelet onion onyx opal opera orange orbit orchard orchestra orchid oregano organ oriole osprey ostrich
    otter outdoor outpost oven overture owl oxbow oyster pagoda paint palace palette palm pamphlet pancake panda
    pansy panther papaya paper paprika parade parasol parchment park parka parlor parrot parsley parsnip passport
    pasta pastel pastry pasture patchwork path patio pavilion peach peacock peanut pearl pebble pecan pedal pelican
    pencil penguin peony pepper perch petal petunia pewter pheasant phoenix piano pickle picnic picture pigeon
    pillow pilot pine pineapple pioneer pistachio pitcher placid plaid planet plank plateau platter playful plaza
    plum plume pocket poem poet polka pollen polo poncho pond pony poplar poppy porch porcupine porridge portrait
    postcard potato potter pottery prairie praline prelude pretzel primrose print prism prize puddle puffin pulley
    pumpkin puppet purple puzzle quail quarry quartet quartz quiche quick quiet quill quilt quince rabbit raccoon
    radio radish raft railway rainbow raindrop raisin ranch raspberry rattan raven ravine recess recipe redwood reed
    reef relish reptile reservoir rhubarb rhyme rhythm ribbon rice ridge ripple river roadside robin rocket roof
    rooftop rooster rope rosemary round rowan ruby rug ruler sable saddle saffron saga sage sailor salad salmon
    salsa salute sandal sandbar sandcastle sandstone sandwich sapling sapphire satchel satin saturday saucer savanna
    saxophone scallop scarf scarlet scenic school scone scooter scout script scroll sculpture seagull seahorse seal
    seaside season sepia sequoia serene sesame shade shamrock shawl shelf shell shelter shepherd sherbet shine
    shingle shore shortcake shrub shutter sienna silk silver singer skate skein sketch ski skillet sky skylark
    skyline slate sled slipper sloop slope smile smooth snow snowball snowdrop snowflake snowman soap soda sofa
    solar solstice sonata song songbird sonnet sorbet sorrel soup south spaniel sparkle sparrow spearmint spice
    spinach spindle spiral spoon sport spring sprinkle sprout spruce square squash squirrel stable stamp star
    starfish starling station steamboat stencil stitch stool stork story strawberry stream street string stripe
    studio suburb sugar suitcase summer summit sunbeam sunday sundial sunflower sunlight sunrise sunset sunshine
    supper surf swallow swan sweater sweet swift swing sycamore symphony syrup table tablet taco taffy tailor talent
    tambourine tandem tangerine tango tapestry tapioca tarragon tassel tavern teacup teak teal teapot teaspoon
    telescope tempo tender tennis tent terrace terrier theater thimble thistle thrush thursday thyme ticket tidepool
    tiger tile timber tinsel toast toboggan toffee tomato topaz torch tortoise toucan tower town toy trail trailer
    train travel treasure treat treetop trellis tribute tricycle trillium trinket trio trolley trombone trophy
    tropical trout truffle trumpet tuba tuesday tulip tundra tunic tunnel turnip turquoise turtle twig twilight
    twinkle typist ukulele umbrella unicorn unison upland uplift upstairs urban utensil valley vanilla vase
    vegetable velvet veranda verbena verse vessel viaduct vicuna village vine vineyard vinyl viola violet violin
    visitor vista voyage waffle wagon walnut walrus waltz wander warbler wardrobe warm watch water waterfall wave
    weather weaver wednesday welcome west whale wharf wheat wheel whisker whistle white wicker wilderness wildlife
    willow wind windmill window wing winter wisdom wisteria wizard wombat wonder wood woodland woodpecker wool
    workshop woven wreath wren yacht yak yam yarn yarrow yearbook yellow yodel yogurt yonder zebra zenith zephyr
    zest zigzag zinnia zipper zither zodiac zoo zucchini
    """.split()  # noqa: SIM905 (a thousand quoted words are no easier to read)
)
