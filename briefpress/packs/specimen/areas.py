"""The areas of England that invented places must not be taken for: names, as facts.

From the directory of the NHS Safeguarding app (148 areas, December 2023); only the names.
"""

AREAS = """
Bedford Borough; Cambridgeshire; Central Bedfordshire; Essex; Hertfordshire; Luton; Milton Keynes;
Norfolk; Peterborough; Southend; Suffolk; Thurrock; Barking and Dagenham; Barnet; Bexley; Brent;
Bromley; Camden; Central London; Croydon; Ealing; Enfield; Greenwich; Hackney;
Hammersmith and Fulham; Haringey; Harrow; Havering; Hillingdon; Hounslow; Islington;
Kingston upon Thames; Lambeth; Lewisham; Merton; Newham; Redbridge; Richmond upon Thames;
Southwark; Sutton; Tower Hamlets; Waltham Forest; Wandsworth; West London; Birmingham; Coventry;
Derby City; Derbyshire; Dudley; Herefordshire; Leicester City; Leicestershire and Rutland;
Lincolnshire; Northamptonshire; Nottingham City; Nottinghamshire; Sandwell; Shropshire; Solihull;
Staffordshire; Stoke on Trent; Telford and Wrekin; Walsall; Warwickshire; Wolverhampton;
Worcestershire; Barnsley; Bradford; Calderdale; Cumbria; Darlington; Doncaster; Durham;
East Riding; Gateshead; Hartlepool; Hull; Kirklees; Leeds; Middlesbrough; Newcastle upon Tyne;
North East Lincolnshire; North Lincolnshire; North Tyneside; North Yorkshire; Northumberland;
Redcar & Cleveland; Rotherham; Sheffield; South Tyneside; Stockton on Tees; Sunderland; Wakefield;
York; Blackburn with Darwen; Blackpool; Bolton; Bury; Cheshire East; Cheshire West and Chester;
Halton; Knowsley; Lancashire; Liverpool; Manchester; Oldham; Rochdale; Salford; Sefton; St Helens;
Stockport; Tameside; Trafford; Warrington; Wigan; Wirral; Bracknell Forest; Brighton and Hove;
Buckinghamshire; East Sussex; Hampshire; Isle of Wight; Kent; Medway; Oxfordshire; Portsmouth;
Reading; Slough; Southampton; Surrey; West Berkshire; West Sussex; Windsor and Maidenhead;
Wokingham; Bath and North East Somerset; Bournemouth, Christchurch and Poole; Bristol;
Cornwall and Isles of Scilly; Devon; Dorset; Gloucestershire; North Somerset; Plymouth; Somerset;
South Gloucestershire; Swindon; Torbay; Wiltshire
"""
