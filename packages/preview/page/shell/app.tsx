import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { type Location, type NavigationType, type Navigator, Route, Router, Routes } from 'react-router-dom';
import { ComparePage } from '../compare/compare-page.tsx';
import { ComparisonsProvider } from '../compare/comparisons-provider.tsx';
import { DashboardComparePage } from '../compare/dashboard-compare-page.tsx';
import { ContractsPage } from '../contracts/contracts-page.tsx';
import { DashboardPage } from '../dashboard/dashboard-page.tsx';
import { GraphPage } from '../graph/graph-page.tsx';
import { ExplorePage } from '../explore/explore-page.tsx';
import { Home } from '../home/home.tsx';
import { RulesPage } from '../rules/rules-page.tsx';
import { ScratchPage } from '../scratch/scratch-page.tsx';
import { Header } from './header.tsx';
import { NotFoundPage } from './not-found.tsx';
import { ProjectProvider } from './project-provider.tsx';
import { Themed } from './themed.tsx';

/** What the routes need of the history that scenes write to. */
interface PageHistory extends Navigator {
  readonly location: Location;
  readonly action: NavigationType;
  readonly listen: (listener: (location: Location, action: NavigationType) => void) => () => void;
}

/** React's routes over the history that scenes write the URL with. */
function Located({ children }: { readonly children: ReactNode }) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package it is typed by has no types
  const history = locationService.getHistory() as PageHistory;
  const [state, setState] = useState<Pick<PageHistory, 'location' | 'action'>>({
    location: history.location,
    action: history.action,
  });
  useLayoutEffect(() => history.listen((location, action) => setState({ location, action })), [history]);
  return (
    <Router navigator={history} location={state.location} navigationType={state.action}>
      {children}
    </Router>
  );
}

/** The page: what is on every one of its views, and the view of the address. */
export function App() {
  return (
    <LocationServiceProvider service={locationService}>
      <Located>
        <Themed>
          <GlobalStyles />
          <ProjectProvider>
            <ComparisonsProvider>
              <Header />
              <Routes>
                <Route path="/" element={<Home />} />
                <Route path="/d/:uid/*" element={<DashboardPage />} />
                <Route path="/compare" element={<ComparePage />} />
                <Route path="/compare/:uid" element={<DashboardComparePage />} />
                <Route path="/rules" element={<RulesPage />} />
                <Route path="/contracts" element={<ContractsPage />} />
                <Route path="/graph" element={<GraphPage />} />
                <Route path="/explore" element={<ExplorePage />} />
                <Route path="/scratch" element={<ScratchPage />} />
                <Route path="*" element={<NotFoundPage what="page" />} />
              </Routes>
            </ComparisonsProvider>
          </ProjectProvider>
          <PortalContainer />
        </Themed>
      </Located>
    </LocationServiceProvider>
  );
}
