#!/usr/bin/perl
# An SMS centre by Debian's Net::SMPP, which shares no line with what is tested. Says what it takes, a JSON line each; hears a word a line:
#   refuse | drop | report | write FROM HEX
use strict;
use warnings;
use Encode qw(decode encode);
use Encode::GSM0338;
use IO::Select;
use JSON::PP;
use Net::SMPP;

my ($port) = @ARGV;
$| = 1;
my $listening = Net::SMPP->new_listen('127.0.0.1', port => $port) or die "no port\n";
print qq({"said":"ready"}\n);
my ($next, $mood, %parts, @taken) = (1, 'take');
my $heard = '';
my $json = JSON::PP->new->ascii->canonical;

while (my $client = $listening->accept) {
    ${*$client}{async} = 1;
    my $all = IO::Select->new($client, \*STDIN);
    CONNECTION: while (1) {
        for my $ready ($all->can_read) {
            if ($ready == \*STDIN) {
                exit 0 unless sysread STDIN, $heard, 4096, length $heard;
                while ($heard =~ s/^([^\n]*)\n//) { told($client, split ' ', $1) }
                next;
            }
            my $pdu = $client->read_pdu or last CONNECTION;
            my %seq = (seq => $pdu->{seq});
            if ($pdu->{cmd} == 0x00000009) { $client->bind_transceiver_resp(system_id => 'centre', %seq, status => $pdu->{password} eq 'hemmeleg' ? 0 : 0x0e) }
            elsif ($pdu->{cmd} == 0x00000015) { $client->enquire_link_resp(%seq) }
            elsif ($pdu->{cmd} == 0x00000006) { $client->unbind_resp(%seq) }
            elsif ($pdu->{cmd} == 0x00000004) { submitted($client, $pdu) or last CONNECTION }
        }
    }
    close $client;
}

sub submitted {
    my ($client, $pdu) = @_;
    if ($mood eq 'refuse') { $mood = 'take'; $client->submit_sm_resp(message_id => '', seq => $pdu->{seq}, status => 0x0b); return 1 }
    if ($mood eq 'busy') { $mood = 'take'; $client->submit_sm_resp(message_id => '', seq => $pdu->{seq}, status => 0x58); return 1 }
    my $id = sprintf 'c%06d', $next++;
    my $bytes = $pdu->{short_message};
    my ($together, $count, $place) = ('', 1, 1);
    if ($pdu->{esm_class} & 0x40) {
        my $length = ord $bytes;
        (undef, undef, undef, $together, $count, $place) = unpack 'C6', $bytes;
        $bytes = substr $bytes, $length + 1;
    }
    # Only what the standard gives: 0 is the network's alphabet here, 8 two bytes a sign.
    my $text = $pdu->{data_coding} == 0 ? decode('gsm0338', $bytes) : $pdu->{data_coding} == 8 ? decode('UTF-16BE', $bytes) : '?';
    my $to = $pdu->{destination_addr};
    $parts{"$to/$together"}[$place - 1] = $text;
    push @taken, [$id, $to] if $pdu->{registered_delivery};
    if ($count == grep { defined } @{ $parts{"$to/$together"} }) {
        print $json->encode({ to => $to, text => join('', @{ delete $parts{"$to/$together"} }) }), "\n";
    }
    if ($mood eq 'drop') { $mood = 'take'; return 0 }
    $client->submit_sm_resp(message_id => $id, seq => $pdu->{seq});
    return 1;
}

sub told {
    my ($client, $word, @rest) = @_;
    if ($word eq 'refuse' or $word eq 'drop' or $word eq 'busy') { $mood = $word; print qq({"said":"$word"}\n) }
    elsif ($word eq 'report') {
        for (@taken) {
            my ($id, $to) = @$_;
            $client->deliver_sm(source_addr => $to, destination_addr => '2012', esm_class => 4, data_coding => 0,
                short_message => "id:$id sub:001 dlvrd:001 submit date:2610201200 done date:2610201201 stat:DELIVRD err:000 text:");
        }
        @taken = ();
    }
    elsif ($word eq 'write') {
        $client->deliver_sm(source_addr => $rest[0], destination_addr => '2012', data_coding => 0,
            short_message => encode('gsm0338', decode('UTF-8', pack 'H*', $rest[1])));
    }
}
