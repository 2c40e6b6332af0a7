# SPDX-License-Identifier: MIT
# Completion for fish.

set -l commands run preview snapshot list check
complete -c placard -n "not __fish_seen_subcommand_from $commands" -a run -d 'Full screen' -f
complete -c placard -n "not __fish_seen_subcommand_from $commands" -a preview -d 'In a window' -f
complete -c placard -n "not __fish_seen_subcommand_from $commands" -a snapshot \
    -d 'Every card as a picture' -f
complete -c placard -n "not __fish_seen_subcommand_from $commands" -a list \
    -d 'Fetch and print the news as JSON' -f
complete -c placard -n "not __fish_seen_subcommand_from $commands" -a check \
    -d 'Say what is wrong with the config' -f
complete -c placard -n '__fish_seen_subcommand_from check' -f

complete -c placard -l config -r -F -d 'The config to use'
complete -c placard -l verbose -d 'Say more on standard error'
complete -c placard -l version -d 'Print the version'
complete -c placard -l help -d 'Print a short description'
complete -c placard -l now -x -n 'not __fish_seen_subcommand_from check' -d 'Fix the time'
complete -c placard -l size -x -n '__fish_seen_subcommand_from preview snapshot' \
    -a 'hd full-hd qhd uhd portrait pi-touch pi-touch-2 bar 1024x600' -d 'The size in pixels'
complete -c placard -l due -n '__fish_seen_subcommand_from list' -d 'Only sources that are due'
complete -c placard -l schema -n '__fish_seen_subcommand_from check' \
    -d 'Print the JSON Schema of the config'
