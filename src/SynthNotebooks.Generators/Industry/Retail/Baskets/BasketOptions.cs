namespace SynthNotebooks.Generators.Industry.Retail.Baskets;

/// <summary>Options of <see cref="BasketProcess"/>.</summary>
/// <param name="VisitsAWeek">Mean number of visits of the shop; legal 0 to 50.</param>
/// <param name="Online">Share of visits that are online; legal 0 to 1.</param>
/// <param name="Habit">Chance to use the same channel again without a choice; legal 0 to 1.</param>
/// <param name="Shopper">Number of the shopper: baskets and journeys that are given the same number and habits tell of the same visits; 0 for none; legal 0 to 1000000000000000.</param>
/// <param name="MonthlyBudget">What the customer means to spend a month, in EUR; legal 1 to 100000.</param>
/// <param name="PromotionFactor">By how much a promotion raises the rate of an article; legal 1 to 10.</param>
/// <param name="PromotionDiscount">Share of the price that a promotion takes off; legal 0 to 0.9.</param>
/// <param name="SoldOut">An article that cannot be delivered for a time; empty for none.</param>
/// <param name="SoldOutFrom">Day of the period on which it runs out, from 0; legal 0 to 100000.</param>
/// <param name="SoldOutDays">For how long; legal 0 to 100000.</param>
/// <param name="Substitution">Chance that who misses it takes its substitute; legal 0 to 1.</param>
public sealed record BasketOptions(
    double VisitsAWeek = 1.5,
    double Online = 0.2,
    double Habit = 0.7,
    long Shopper = 0,
    double MonthlyBudget = 300,
    double PromotionFactor = 2,
    double PromotionDiscount = 0.2,
    string SoldOut = "",
    int SoldOutFrom = 60,
    int SoldOutDays = 0,
    double Substitution = 0.6);
