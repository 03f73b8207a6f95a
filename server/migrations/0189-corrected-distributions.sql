-- A distribution that was paid is put right by what is written beside it: its reversal is a payout below
-- zero, as a refund is a receipt below zero, and a cost withdrawn is a cost below zero.
alter table payout drop constraint payout_amount_fen_check;

alter table cost drop constraint cost_amount_fen_check;
