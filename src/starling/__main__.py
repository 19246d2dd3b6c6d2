from starling.cli.main import main

main()
