"""``starling completion``: the script that lets a shell complete commands, stories and rules."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion", no_args_is_help=True)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Examples:
      eval "$(starling completion bash)"      in ~/.bashrc
      eval "$(starling completion zsh)"       in ~/.zshrc
      starling completion fish | source       in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None, "click knows the three shells"  # noqa: S101
    click.echo(completion(ctx.find_root().command, {}, "starling", "_STARLING_COMPLETE").source())
